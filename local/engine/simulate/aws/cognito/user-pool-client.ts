import { simulator } from "../../simulator";
import { regional } from "../shapes";

/**
 * The validities of access and ID tokens stay unset where they are not given: their units differ with the client's settings.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/userpoolclient/
 */
export const userPoolClient = simulator("aws:cognito/userPoolClient:UserPoolClient", {
  autoName: { property: "name", maxLength: 128 },
  id: ({ unique }) => unique(26),
  computed: {
    ...regional,
    clientSecret: ({ inputs, random }) => (inputs.generateSecret === true ? random(52) : ""),
    allowedOauthFlows: () => [],
    allowedOauthFlowsUserPoolClient: () => false,
    allowedOauthScopes: () => [],
    authSessionValidity: () => 3,
    callbackUrls: () => [],
    defaultRedirectUri: () => "",
    enablePropagateAdditionalUserContextData: () => false,
    enableTokenRevocation: () => true,
    explicitAuthFlows: () => [],
    logoutUrls: () => [],
    preventUserExistenceErrors: () => "",
    readAttributes: () => [],
    refreshTokenValidity: () => 30,
    supportedIdentityProviders: () => [],
    writeAttributes: () => [],
  },
  secrets: ["clientSecret"],
});
