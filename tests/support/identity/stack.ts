import type { PropertyMap, ResourceState, StackState } from "../../../local/engine/model";
import { secret } from "../../../local/engine/values/values";

/** The pool of `poolStack`. */
export const poolId = "eu-west-1_AbC123xyz";
/** The one callback URL of its clients. */
export const callback = "http://localhost:3000/callback";
/** The one sign-out URL of its clients. */
export const signedOut = "http://localhost:3000/";
/** The secret of its confidential clients. */
export const clientSecret = "not-a-real-secret";

const signIn: PropertyMap = {
  allowedOauthFlowsUserPoolClient: true,
  allowedOauthFlows: ["code"],
  allowedOauthScopes: ["openid", "email", "orders/read", "orders/write"],
  callbackUrls: [callback],
  logoutUrls: [signedOut],
  supportedIdentityProviders: ["COGNITO"],
};

/** Its app clients, by their ids, which are their names. */
const clients: Readonly<Record<string, PropertyMap>> = {
  browser: { ...signIn, accessTokenValidity: 15, tokenValidityUnits: { accessToken: "minutes" } },
  rotating: { ...signIn, refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 0 } },
  patient: { ...signIn, refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 30 } },
  unrevocable: { ...signIn, enableTokenRevocation: false },
  server: { ...signIn, clientSecret: secret(clientSecret) },
  implicit: { ...signIn, allowedOauthFlows: ["code", "implicit"] },
  federated: { ...signIn, supportedIdentityProviders: ["Okta"] },
  choosing: { ...signIn, supportedIdentityProviders: ["COGNITO", "Okta", "Partner"] },
  machine: {
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["client_credentials"],
    allowedOauthScopes: ["orders/read", "orders/write"],
    clientSecret: secret(clientSecret),
  },
};

/** The pool of `poolStack`, as permissions name it. */
export const poolArn = `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${poolId}`;

/** An ARN for a trigger of `poolStack`. */
export const triggerArn = (name: string): string => `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;

/**
 * A stack after `up` with one pool, its clients, the scopes orders/read, orders/write and orders/delete, two groups.
 * @param more - Other resources of the pool.
 */
export const poolStack = (pool: PropertyMap = {}, more: readonly ResourceState[] = []): StackState => ({
  organization: "organization",
  project: "shop",
  stack: "dev",
  programDirectory: "/",
  outputs: {},
  resources: [
    resource("aws:cognito/userPool:UserPool", "pool", poolId, {
      name: "people",
      arn: poolArn,
      endpoint: `cognito-idp.eu-west-1.amazonaws.com/${poolId}`,
      usernameAttributes: ["email"],
      autoVerifiedAttributes: ["email"],
      usernameConfiguration: { caseSensitive: false },
      passwordPolicy: { minimumLength: 12, requireNumbers: true },
      schemas: [
        { name: "email", attributeDataType: "String", required: true },
        { name: "tenant", attributeDataType: "String" },
      ],
      ...pool,
    }),
    resource("aws:cognito/resourceServer:ResourceServer", "orders", `${poolId}|orders`, {
      identifier: "orders",
      scopes: ["read", "write", "delete"].map((scopeName) => ({ scopeName, scopeDescription: scopeName })),
    }),
    resource("aws:cognito/userPoolDomain:UserPoolDomain", "domain", "shop", { domain: "shop" }),
    ...["clerks", "managers"].map((name) =>
      resource("aws:cognito/userGroup:UserGroup", name, `${poolId}/${name}`, { name }),
    ),
    ...Object.entries(clients).map(([name, properties]) =>
      resource("aws:cognito/userPoolClient:UserPoolClient", name, name, { name, ...properties }),
    ),
    ...more,
  ],
});

/** A resource after `up`, in that pool. */
export const resource = (type: string, name: string, id: string, outputs: PropertyMap): ResourceState => ({
  urn: `urn:pulumi:dev::shop::${type}::${name}`,
  type,
  name,
  custom: true,
  id,
  inputs: {},
  outputs: type.endsWith("UserPool") ? outputs : { userPoolId: poolId, ...outputs },
  dependencies: [],
  propertyDependencies: {},
});
