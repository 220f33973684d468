import type { AppClient } from "../pool/app-client";

const email = ["email", "email_verified"];
const phone = ["phone_number", "phone_number_verified"];

/**
 * The user attributes that scopes open to a client, in an ID token and at `/oauth2/userInfo`. `profile` opens all that
 * the client may read, and so does `openid` alone; beside `openid`, `email` and `phone` open no more than their own.
 * A client without `readAttributes` may read standard attributes only.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function visibleAttributes(
  attributes: Readonly<Record<string, string>>,
  { scopes, client }: { readonly scopes: readonly string[]; readonly client: AppClient },
): Readonly<Record<string, string>> {
  const narrowed = [...(scopes.includes("email") ? email : []), ...(scopes.includes("phone") ? phone : [])];
  const opened = (name: string) => scopes.includes("profile") || narrowed.length === 0 || narrowed.includes(name);
  const readable = (name: string) => client.readableAttributes?.has(name) ?? !name.startsWith("custom:");
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => opened(name) && readable(name)));
}
