import type { Control } from "../control";
import { cognitoClientAccessTokenTtl } from "./cognito-client-access-token-ttl";
import { cognitoClientAttributeWrites } from "./cognito-client-attribute-writes";
import { cognitoClientCallbackUrls } from "./cognito-client-callback-urls";
import { cognitoClientM2mHasSecret } from "./cognito-client-m2m-has-secret";
import { cognitoClientNoAdminScope } from "./cognito-client-no-admin-scope";
import { cognitoClientNoImplicitGrant } from "./cognito-client-no-implicit-grant";
import { cognitoClientNoUserPasswordAuth } from "./cognito-client-no-user-password-auth";
import { cognitoClientPreventUserExistenceErrors } from "./cognito-client-prevent-user-existence-errors";
import { cognitoClientTokenRevocation } from "./cognito-client-token-revocation";
import { cognitoIdentityPoolNoClassicFlow } from "./cognito-identity-pool-no-classic-flow";
import { cognitoIdentityPoolNoGuest } from "./cognito-identity-pool-no-guest";
import { cognitoIdpEmailVerifiedMapped } from "./cognito-idp-email-verified-mapped";
import { cognitoIdpHttps } from "./cognito-idp-https";
import { cognitoSamlSignedRequests } from "./cognito-saml-signed-requests";
import { cognitoSamlSpInitiated } from "./cognito-saml-sp-initiated";
import { cognitoUserPoolBlocksAccountTakeover } from "./cognito-user-pool-blocks-account-takeover";
import { cognitoUserPoolBlocksCompromisedCredentials } from "./cognito-user-pool-blocks-compromised-credentials";
import { cognitoUserPoolCaseInsensitive } from "./cognito-user-pool-case-insensitive";
import { cognitoUserPoolDeletionProtection } from "./cognito-user-pool-deletion-protection";
import { cognitoUserPoolMfaHasFactor } from "./cognito-user-pool-mfa-has-factor";
import { cognitoUserPoolMfaRequired } from "./cognito-user-pool-mfa-required";
import { cognitoUserPoolNoSelfSignup } from "./cognito-user-pool-no-self-signup";
import { cognitoUserPoolPasswordMin14 } from "./cognito-user-pool-password-min-14";
import { cognitoUserPoolPasswordPolicy } from "./cognito-user-pool-password-policy";
import { cognitoUserPoolPlusTier } from "./cognito-user-pool-plus-tier";
import { cognitoUserPoolTempPasswordMax7Days } from "./cognito-user-pool-temp-password-max-7-days";
import { cognitoUserPoolThreatProtectionEnforced } from "./cognito-user-pool-threat-protection-enforced";
import { cognitoUserPoolVerifyBeforeUpdate } from "./cognito-user-pool-verify-before-update";
import { cognitoUserPoolWaf } from "./cognito-user-pool-waf";
import { identityPoolRoleTrust } from "./identity-pool-role-trust";
import { identityPoolServerSideTokenCheck } from "./identity-pool-server-side-token-check";

/** User pools, their app clients and identity providers; identity pools. */
export const cognito: readonly Control[] = [
  cognitoClientNoImplicitGrant,
  cognitoClientCallbackUrls,
  cognitoClientNoAdminScope,
  cognitoClientNoUserPasswordAuth,
  cognitoClientM2mHasSecret,
  cognitoClientPreventUserExistenceErrors,
  cognitoClientTokenRevocation,
  cognitoClientAccessTokenTtl,
  cognitoClientAttributeWrites,
  cognitoIdpHttps,
  cognitoSamlSignedRequests,
  cognitoSamlSpInitiated,
  cognitoIdpEmailVerifiedMapped,
  cognitoUserPoolMfaRequired,
  cognitoUserPoolMfaHasFactor,
  cognitoUserPoolPasswordPolicy,
  cognitoUserPoolPasswordMin14,
  cognitoUserPoolTempPasswordMax7Days,
  cognitoUserPoolThreatProtectionEnforced,
  cognitoUserPoolPlusTier,
  cognitoUserPoolBlocksCompromisedCredentials,
  cognitoUserPoolBlocksAccountTakeover,
  cognitoUserPoolNoSelfSignup,
  cognitoUserPoolDeletionProtection,
  cognitoUserPoolWaf,
  cognitoUserPoolCaseInsensitive,
  cognitoUserPoolVerifyBeforeUpdate,
  cognitoIdentityPoolNoGuest,
  cognitoIdentityPoolNoClassicFlow,
  identityPoolRoleTrust,
  identityPoolServerSideTokenCheck,
];
