import * as pulumi from "@pulumi/pulumi";
import type { Catalogue } from "../catalogue";
import { ConfigurationError, parseSettings } from "./parse";
import type { Settings } from "./schema";
import { secretsKey } from "./secrets";

// The SDK knows which values its engine was told to keep secret, and does not declare it in its types.
const { isConfigSecret } = require("@pulumi/pulumi/runtime/config") as { isConfigSecret(key: string): boolean };

/**
 * The current stack's settings, checked whole and frozen. The one place that reads Pulumi's configuration.
 * @throws {pulumi.RunError} with one message that lists every fault, before anything is registered
 */
export function loadSettings(catalogue: Catalogue): Settings {
  const prefix = `${pulumi.getProject()}:`;
  const own = Object.entries(pulumi.runtime.allConfig()).filter(([key]) => key.startsWith(prefix));
  const texts = Object.fromEntries(own.map(([key, text]) => [key.slice(prefix.length), text]));
  try {
    return parseSettings(catalogue, pulumi.getStack(), texts, (key) => isConfigSecret(prefix + key));
  } catch (error) {
    throw error instanceof ConfigurationError ? new pulumi.RunError(error.message) : error;
  }
}

/** The client secret of an OIDC provider; `loadSettings` has made sure that there is one. It stays an Output, and secret. */
export const secretOf = (provider: string): pulumi.Output<string> =>
  new pulumi.Config().requireSecretObject<Record<string, string>>(secretsKey).apply((secrets) => secrets[provider]!);
