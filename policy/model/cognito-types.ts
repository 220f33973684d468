import { families } from "../resource-types";

export const userPools: readonly string[] = families.userPool;
/** Clients whose secret the program decides on. */
export const ownAppClients: readonly string[] = families.userPoolClient;
/** Those, and clients that another AWS service made and the program settles. */
export const appClients: readonly string[] = [
  ...families.userPoolClient,
  "aws:cognito/managedUserPoolClient:ManagedUserPoolClient",
];
export const identityProviders: readonly string[] = [
  "aws:cognito/identityProvider:IdentityProvider",
  "aws-native:cognito:UserPoolIdentityProvider",
];
export const riskConfigurations: readonly string[] = [
  "aws:cognito/riskConfiguration:RiskConfiguration",
  "aws-native:cognito:UserPoolRiskConfigurationAttachment",
];
export const identityPools: readonly string[] = [
  "aws:cognito/identityPool:IdentityPool",
  "aws-native:cognito:IdentityPool",
];
export const identityPoolRoles: readonly string[] = [
  "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
  "aws-native:cognito:IdentityPoolRoleAttachment",
];
export const iamRoles: readonly string[] = ["aws:iam/role:Role", "aws-native:iam:Role"];
