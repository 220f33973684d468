import { decode } from "./decode";
import type { Fault } from "./faults";

/** The one setting that is secret: client secrets of OIDC providers, by the provider's name. */
export const secretsKey = "identityProviderSecrets";

/** How a secret is set, without showing it to the shell's history. */
export const howToSet = (provider: string) =>
  `set it with \`pulumi config set --secret --path '${secretsKey}.${provider}'\``;

/**
 * Whose secrets there are. Nothing of a secret leaves this function.
 * @param text the setting as Pulumi hands it over, opened; absent when there is none
 * @param isClosed whether it is encrypted in the stack's file
 */
export function readSecretNames(text: string | undefined, isClosed: boolean): { names: string[]; faults: Fault[] } {
  if (text === undefined) return { names: [], faults: [] };
  const secrets = decode(text);
  if (typeof secrets !== "object" || secrets === null || Array.isArray(secrets))
    return { names: [], faults: [hidden(secretsKey, "expected the secret of each provider, by its name")] };
  const entries = Object.entries(secrets);
  return {
    names: entries.map(([name]) => name),
    faults: [
      ...(isClosed ? [] : entries.slice(0, 1)).map(([name]) =>
        hidden(secretsKey, `it is plain text; take it out, and ${howToSet(name)}`),
      ),
      ...entries
        .filter(([, secret]) => typeof secret !== "string" || secret.trim() === "")
        .map(([name]) => hidden(`${secretsKey}.${name}`, `it is no text; ${howToSet(name)}`)),
    ],
  };
}

/** A fault of a secret: what is there is never shown. */
const hidden = (path: string, sentence: string): Fault => ({ path, found: "[secret]", sentence });
