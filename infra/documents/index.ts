import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { catalogue } from "../catalogue";
import type { ApiKind } from "../catalogue/define/route";
import { ConfigurationError, parseSettings } from "../config/parse";
import type { OpenApiDocument } from "./model";
import { openApi } from "./openapi";

/** A stack as its files describe it; nothing of it need be deployed. */
export interface StackFiles {
  readonly project: string;
  readonly stack: string;
  /** Absolute folder of the project. */
  readonly directory: string;
  /** Of package.json. */
  readonly version: string;
  /** By short key such as `aws:region`, as Pulumi hands it to programs. */
  readonly config: Readonly<Record<string, string>>;
  /** Keys of `config` whose values are encrypted in the stack's file. */
  readonly secretKeys: readonly string[];
}

/**
 * The API documents of a stack, by API. `gatehouse.documents` of package.json names this module to the command line.
 * @throws {ConfigurationError} listing every fault of the settings
 */
export function documents({ project, stack, directory, version, config, secretKeys }: StackFiles) {
  const prefix = `${project}:`;
  const own = Object.entries(config).filter(([key]) => key.startsWith(prefix));
  const settings = parseSettings(
    catalogue,
    stack,
    Object.fromEntries(own.map(([key, text]) => [key.slice(prefix.length), text])),
    (key) => secretKeys.includes(prefix + key),
    (path) => existsSync(resolve(directory, path)),
  );
  const region = config["aws:region"] ?? process.env.AWS_REGION;
  if (region === undefined)
    throw new ConfigurationError(`Pulumi.${stack}.yaml`, [
      "aws:region is missing; expected a region such as eu-west-1, here or as AWS_REGION in the environment",
    ]);
  const document = (kind: ApiKind): OpenApiDocument =>
    openApi(kind, { catalogue, settings, region, project, stack, version });
  return { rest: document("rest"), http: document("http") } satisfies Record<ApiKind, OpenApiDocument>;
}
