import { simulator } from "../../simulator";
import { arn, base62, created, dnsSuffix, regional, tagged } from "../shapes";

/**
 * What Amazon Cognito fills in is its documented default.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/userpool/
 */
export const userPool = simulator("aws:cognito/userPool:UserPool", {
  autoName: { property: "name", maxLength: 128 },
  defaults: { deletionProtection: "INACTIVE", mfaConfiguration: "OFF" },
  id: (creation) => `${creation.region}_${base62(creation, 9)}`,
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "cognito-idp", `userpool/${creation.id}`),
    endpoint: ({ id, region }) => `cognito-idp.${region}.${dnsSuffix(region)}/${id}`,
    creationDate: () => created,
    lastModifiedDate: () => created,
    estimatedNumberOfUsers: () => 0,
    customDomain: () => "",
    domain: () => "",
    adminCreateUserConfig: () => ({ allowAdminCreateUserOnly: false }),
    passwordPolicy: () => ({
      minimumLength: 8,
      requireLowercase: true,
      requireNumbers: true,
      requireSymbols: true,
      requireUppercase: true,
      passwordHistorySize: 0,
      temporaryPasswordValidityDays: 7,
    }),
    signInPolicy: () => ({ allowedFirstAuthFactors: ["PASSWORD"] }),
    userPoolTier: () => "ESSENTIALS",
    verificationMessageTemplate: () => ({ defaultEmailOption: "CONFIRM_WITH_CODE" }),
    emailVerificationMessage: () => "",
    emailVerificationSubject: () => "",
    smsVerificationMessage: () => "",
  },
});
