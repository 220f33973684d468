/**
 * Paths of a user pool's domain, and under its id those of the `cognito-idp` endpoint.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html
 */
export const paths = {
  authorize: "/oauth2/authorize",
  token: "/oauth2/token",
  userInfo: "/oauth2/userInfo",
  revoke: "/oauth2/revoke",
  login: "/login",
  signUp: "/signup",
  logout: "/logout",
  samlResponse: "/saml2/idpresponse",
  oidcResponse: "/oauth2/idpresponse",
  /** Where the SDKs send the actions of the user pools API. */
  api: "/",
  jwks: (poolId: string) => `/${poolId}/.well-known/jwks.json`,
  discovery: (poolId: string) => `/${poolId}/.well-known/openid-configuration`,
} as const;
