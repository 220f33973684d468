// Written from the platform's infra/outputs/contract.ts by `npm run golden` there; not to be edited.

/** Version of the platform's outputs that this file knows. */
export const contractVersion = "1.0";

/** What every stack of the platform exports; `?` marks what only some do. */
export const platformOutputs = {
  /** Version of this contract: major and minor. */
  contractVersion: "text",
  /** The AWS region of everything here. */
  region: "text",
  /** `iss` of every token. */
  issuer: "text",
  /** Public keys that tokens are signed with. */
  jwksUri: "text",
  /** Root of the managed login. */
  loginUrl: "text",
  /** Where applications get tokens. */
  tokenEndpoint: "text",
  /** Id of the user pool. */
  userPoolId: "text",
  /** ARN of the user pool. */
  userPoolArn: "text",
  /** Custom scopes that access tokens can carry. */
  scopes: "list",
  /** Groups that people can be in. */
  groups: "list",
  /** Names of the SAML and OIDC providers. */
  identityProviders: "list",
  /** What a SAML provider calls this platform. */
  samlEntityId: "text",
  /** Where a SAML provider sends its answers. */
  samlResponseUrl: "text",
  /** Where an OIDC provider sends its answers. */
  oidcResponseUrl: "text",
  /** Id of the app client `storefront`. */
  clientIdStorefront: "text",
  /** Id of the app client `backoffice`. */
  clientIdBackoffice: "text",
  /** Id of the app client `courier`. */
  clientIdCourier: "text",
  /** Id of the app client `fulfilment`. */
  clientIdFulfilment: "text",
  /** Where the secret of the app client `backoffice` is kept. */
  clientSecretArnBackoffice: "text",
  /** Where the secret of the app client `fulfilment` is kept. */
  clientSecretArnFulfilment: "text",
  /** Id of the REST API. */
  restApiId: "text",
  /** Where the REST API is called; paths come behind it. */
  restApiUrl: "text",
  /** What permissions to call the REST API name. */
  restApiExecutionArn: "text",
  /** Id of the authorizer `user` on the REST API. */
  restAuthorizerIdUser: "text",
  /** Id of the authorizer `tenant` on the REST API. */
  restAuthorizerIdTenant: "text",
  /** Id of the HTTP API. */
  httpApiId: "text",
  /** Where the HTTP API is called; paths come behind it. */
  httpApiUrl: "text",
  /** What permissions to call the HTTP API name. */
  httpApiExecutionArn: "text",
  /** Id of the authorizer `user` on the HTTP API. */
  httpAuthorizerIdUser: "text",
  /** Id of the authorizer `tenant` on the HTTP API. */
  httpAuthorizerIdTenant: "text",
  /** URL of the queue `shipments`. */
  queueUrlShipments: "text",
  /** ARN of the queue `shipments`. */
  queueArnShipments: "text",
  /** Id of the REST API's newest deployment; `api.canary.stable` names one to keep callers with. */
  restDeploymentId: "text",
  /** API keys by partner: their ids, by which whoever may finds the keys. */
  partnerApiKeyIds: "list",
  /** Where the team of the upstream `prices` registers its targets, where that is private. */
  targetGroupArnPrices: "text?",
  /** Id of the private network, where there is one. */
  networkVpcId: "text?",
  /** Whom private upstreams let in, where there is a private network. */
  loadBalancerSecurityGroupId: "text?",
  /** Where alarms go, where there are any. */
  alarmTopicArn: "text?",
  /** The dashboard, where there is one. */
  dashboardUrl: "text?",
} as const;
