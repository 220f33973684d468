import type { Settings } from "../config/schema";
import { providersOf } from "./plan-identity-provider";

/** What an app client's users see and change of themselves. */
const own = { read: ["email", "email_verified", "name"], write: ["email", "name"] };

/**
 * Which attributes an app client may read and write. Both are listed: unlisted ones are AWS's choice.
 *
 * What an identity provider fills in must be writable by each client that offers the provider, or sign-ins through it fail. A custom
 * attribute among them, such as the tenant, is then open to whoever holds a token with `aws.cognito.signin.user.admin`. No client
 * here may ask for that scope, but the API's own sign-in gives it unasked; so a client without a secret that writes custom
 * attributes (`writesCustom`) must not offer that sign-in. Nobody but a provider's users can write them otherwise.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
 */
export function planAttributes(client: string, { identityProviders }: Settings) {
  const mapped = providersOf(client, identityProviders)
    .flatMap((name) => Object.keys(identityProviders[name]!.attributes))
    .filter((attribute) => attribute !== "username");
  const writeAttributes = [...new Set([...own.write, ...mapped])];
  return {
    readAttributes: [...new Set([...own.read, ...mapped])],
    writeAttributes,
    writesCustom: writeAttributes.some((attribute) => attribute.startsWith("custom:")),
  };
}
