import { z } from "zod";
import type { Catalogue } from "../../catalogue";
import { appUrl, flag, listOf, url, whole } from "../fields";
import { api } from "./api";
import { byName } from "./by-name";
import { consumers } from "./consumers";
import { domain } from "./domain";
import { edge } from "./edge";
import { identityProviders } from "./identity-providers";
import { network } from "./network";
import { observability } from "./observability";
import { upstream } from "./upstreams";
import { userPool } from "./user-pool";

/** What CloudWatch Logs takes, from a day to ten years. @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
const anyRetention = `one of ${retentions.join(", ")}`;

/** All settings of one environment. Unknown keys are faults; so are clients and authorizers that the catalogue lacks. */
export function settingsSchema(catalogue: Catalogue) {
  const made = schemas.get(catalogue) ?? makeSchema(catalogue);
  schemas.set(catalogue, made);
  return made;
}

/** Zod compiles a schema when it is first used, which is dear. */
const schemas = new WeakMap<Catalogue, ReturnType<typeof makeSchema>>();

const makeSchema = (catalogue: Catalogue) =>
  z.strictObject({
    domain,
    userPool,
    /** Whether this environment may send people back to localhost, and take calls from pages there. */
    allowLocalhost: flag(),
    /** Lifetimes. @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
    tokens: z.strictObject({
      accessMinutes: whole("minutes", 5, 1440),
      idMinutes: whole("minutes", 5, 1440),
      refreshDays: whole("days", 1, 3650),
      /**
       * Whether each refresh gives a new refresh token, and for how long the old one is still good. Needs essentials. Absent: none.
       * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
       */
      rotation: z.strictObject({ graceSeconds: whole("seconds", 0, 60) }).optional(),
    }),
    /** Where the managed login may send people back to, by interactive client. Limit: 100 URLs a list. */
    clients: byName(
      Object.entries(catalogue.clients).flatMap(([name, { kind }]) => (kind === "machine" ? [] : [name])),
      (name) => {
        const kind = Object.entries(catalogue.clients).find(([key]) => key === name)?.[1].kind;
        const urls = () => listOf(kind === "native" ? appUrl() : url(), "a list of one or more URLs", 100);
        return z.strictObject({ callbackUrls: urls(), logoutUrls: urls() });
      },
    ),
    identityProviders,
    /** What this environment sets differently from the catalogue, by authorizer. */
    authorizers: byName(Object.keys(catalogue.authorizers), () =>
      z.strictObject({ cacheTtlSeconds: whole("seconds", 0, 3600, " (no reuse)") }).optional(),
    ),
    network,
    /** Where other teams' services are. */
    upstreams: byName(Object.keys(catalogue.upstreams), () => upstream),
    edge,
    observability,
    consumers: consumers(catalogue),
    api,
    logs: z.strictObject({
      retentionDays: z.int(anyRetention).refine((days) => retentions.includes(days), anyRetention),
      /** Whether a KMS key of the stack's own encrypts them, at a dollar a month. Default key: CloudWatch's. */
      encrypted: flag(),
    }),
  });

export type Settings = DeepReadonly<z.infer<ReturnType<typeof settingsSchema>>>;

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;
