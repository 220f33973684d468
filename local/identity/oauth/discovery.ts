import type { Pool } from "../pool/pool";
import { paths } from "./paths";

/**
 * The pool's OpenID discovery document: the issuer as in AWS, since tokens carry it, and endpoints on this machine.
 * Written by hand, because that of oidc-provider lists what Cognito does not have.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
export const planDiscovery = (pool: Pool, url: string) => ({
  authorization_endpoint: url + paths.authorize,
  end_session_endpoint: url + paths.logout,
  id_token_signing_alg_values_supported: ["RS256"],
  issuer: pool.issuer,
  jwks_uri: url + paths.jwks(pool.id),
  response_types_supported: ["code"],
  revocation_endpoint: url + paths.revoke,
  scopes_supported: ["openid", "email", "phone", "profile"],
  subject_types_supported: ["public"],
  token_endpoint: url + paths.token,
  token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
  userinfo_endpoint: url + paths.userInfo,
});
