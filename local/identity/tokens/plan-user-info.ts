import type { AppClient } from "../pool/app-client";
import type { User } from "../users/directory";
import { visibleAttributes } from "./visible-attributes";

/**
 * What `/oauth2/userInfo` answers. Attributes stay text there, `email_verified` too.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 */
export const planUserInfo = (user: User, client: AppClient, scopes: readonly string[]) => ({
  sub: user.sub,
  ...visibleAttributes(user.attributes, { scopes, client }),
  username: user.username,
});
