import type { PropertyMap } from "../../engine/model";
import { flag, list, map, number, text } from "./properties";
import { type Validity, validity } from "./validity";

/** An OAuth 2.0 grant as Cognito names it in `allowedOauthFlows`. */
export type Flow = "code" | "implicit" | "client_credentials";

/** What the local user pool must know of a declared app client. */
export interface AppClient {
  readonly id: string;
  readonly name: string;
  /** Absent for public clients. */
  readonly secret?: string;
  /** Empty unless `allowedOauthFlowsUserPoolClient` is true. */
  readonly flows: ReadonlySet<Flow>;
  readonly scopes: readonly string[];
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  /** `COGNITO` for the pool's own users; others are names of identity providers. Empty: the program names none. */
  readonly identityProviders: readonly string[];
  /**
   * User attributes that its tokens may show. Absent: the standard ones, no custom one.
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
   */
  readonly readableAttributes?: ReadonlySet<string>;
  readonly validity: Validity;
  /** Whether refresh tokens can be revoked, and tokens carry `origin_jti` and `jti`. Default in AWS: true. */
  readonly revocation: boolean;
  /** Present when a refresh gives a new refresh token. The old one lives on for `graceSeconds` (0 to 60). */
  readonly rotation?: { readonly graceSeconds: number };
}

const flows: readonly Flow[] = ["code", "implicit", "client_credentials"];

/** Reads an app client from the properties of its `aws:cognito/userPoolClient:UserPoolClient`. */
export function readAppClient(id: string, properties: PropertyMap): AppClient {
  const allowed = flag(properties, "allowedOauthFlowsUserPoolClient") ? list(properties, "allowedOauthFlows") : [];
  const secret = text(properties, "clientSecret");
  const rotation = map(properties, "refreshTokenRotation");
  const readable = list(properties, "readAttributes");
  return {
    id,
    name: text(properties, "name") ?? id,
    ...(secret ? { secret } : undefined),
    flows: new Set(flows.filter((flow) => allowed.includes(flow))),
    scopes: list(properties, "allowedOauthScopes"),
    callbackUrls: list(properties, "callbackUrls"),
    logoutUrls: list(properties, "logoutUrls"),
    identityProviders: list(properties, "supportedIdentityProviders"),
    // AWS shows a client without readAttributes with an empty list.
    ...(readable.length > 0 ? { readableAttributes: new Set(readable) } : undefined),
    validity: validity(properties),
    revocation: flag(properties, "enableTokenRevocation") ?? true,
    ...(text(rotation, "feature") === "ENABLED"
      ? { rotation: { graceSeconds: number(rotation, "retryGracePeriodSeconds") ?? 0 } }
      : undefined),
  };
}
