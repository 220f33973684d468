import * as pulumi from "@pulumi/pulumi";
import type { Catalogue } from "../catalogue";
import { ConfigurationError, parseSettings } from "./parse";
import type { Settings } from "./schema";

/**
 * The current stack's settings, checked whole and frozen. The one place that reads Pulumi's configuration.
 * @throws {pulumi.RunError} with one message that lists every fault, before anything is registered
 */
export function loadSettings(catalogue: Catalogue): Settings {
  const prefix = `${pulumi.getProject()}:`;
  const own = Object.entries(pulumi.runtime.allConfig()).filter(([key]) => key.startsWith(prefix));
  try {
    return parseSettings(
      catalogue,
      pulumi.getStack(),
      Object.fromEntries(own.map(([key, text]) => [key.slice(prefix.length), text])),
    );
  } catch (error) {
    throw error instanceof ConfigurationError ? new pulumi.RunError(error.message) : error;
  }
}
