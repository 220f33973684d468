import assert from "node:assert/strict";
import { cognitoClientAccessTokenTtl } from "../../../../policy/controls/cognito-client-access-token-ttl";
import { cognitoClientAttributeWrites } from "../../../../policy/controls/cognito-client-attribute-writes";
import { cognitoClientCallbackUrls } from "../../../../policy/controls/cognito-client-callback-urls";
import { cognitoClientM2mHasSecret } from "../../../../policy/controls/cognito-client-m2m-has-secret";
import { cognitoClientNoAdminScope } from "../../../../policy/controls/cognito-client-no-admin-scope";
import { cognitoClientNoImplicitGrant } from "../../../../policy/controls/cognito-client-no-implicit-grant";
import { cognitoClientNoUserPasswordAuth } from "../../../../policy/controls/cognito-client-no-user-password-auth";
import { cognitoClientPreventUserExistenceErrors } from "../../../../policy/controls/cognito-client-prevent-user-existence-errors";
import { cognitoClientTokenRevocation } from "../../../../policy/controls/cognito-client-token-revocation";
import { type Properties, unknownValue } from "../../../../policy/reading";
import { itAgreesWithOtherRuleSets } from "../../../support/policy/control-cases";
import { type Declaration, resourceOf } from "../../../support/policy/resources";
import { itFinds, one } from "../../../support/policy/stack-rows";

const type = "aws:cognito/userPoolClient:UserPoolClient";
const nativeType = "aws-native:cognito:UserPoolClient";
const managedType = "aws:cognito/managedUserPoolClient:ManagedUserPoolClient";
const client = (props: Properties) => one(type, props);
const flagged = { flags: ["example"] };

describe("cognito-client-no-implicit-grant", () => {
  itFinds(cognitoClientNoImplicitGrant, [
    {
      why: "flags implicit",
      resources: client({ allowedOauthFlows: ["code", "implicit"] }),
      ...flagged,
      says: /implicit/,
    },
    {
      why: "flags it under aws-native's name",
      resources: one(nativeType, { allowedOAuthFlows: ["implicit"] }),
      ...flagged,
    },
    {
      why: "flags a client of another service",
      resources: one(managedType, { allowedOauthFlows: ["implicit"] }),
      ...flagged,
    },
    { why: "flags one unknown flow", resources: client({ allowedOauthFlows: ["code", unknownValue] }), ...flagged },
    {
      why: "flags a list that is unknown",
      resources: client({ allowedOauthFlows: unknownValue }),
      ...flagged,
      says: /Nothing shows/,
    },
    { why: "passes code", resources: client({ allowedOauthFlows: ["code"] }) },
    { why: "passes a client without OAuth", resources: client({}) },
  ]);
  itAgreesWithOtherRuleSets(cognitoClientNoImplicitGrant);
});

describe("cognito-client-callback-urls", () => {
  const urls = (...callbackUrls: Properties[string][]) => client({ callbackUrls });
  const allowed = { settings: { allowLocalhost: true } };
  const site: Declaration = { type: "aws:cloudfront/distribution:Distribution", name: "site", props: {} };
  itFinds(cognitoClientCallbackUrls, [
    ...[
      "https://app.example.com/cb",
      "https://app.example.com:8443/cb?x=1",
      "HTTPS://app.example.com",
      "com.example.app:/cb",
      "myapp://cb",
      "https://[2001:db8::1]/cb",
    ].map((url) => ({ why: `passes ${url}`, resources: urls(url) })),
    ...[
      "http://app.example.com/cb",
      "https://*.example.com/cb",
      "https://app.example.com/*",
      "https:///cb",
      "https:app.example.com",
      "//app.example.com/cb",
      "app.example.com/cb",
      "localhost:3000/cb",
      "javascript://x/%0aalert(1)",
      "data:/text",
      "https://good.example@evil.example/cb",
      "myapp://*",
      "https://good.example\\@evil.example/",
    ].map((url) => ({ why: `flags ${url}`, resources: urls("https://app.example.com/cb", url), ...flagged })),
    ...["http://localhost:3000/cb", "http://127.0.0.1/cb", "http://[::1]:3000/cb", "http://LOCALHOST/"].flatMap(
      (url) => [
        {
          why: `flags ${url} by default`,
          resources: urls(url),
          ...flagged,
          says: /localhost, which configuration does not allow/,
        },
        { why: `passes ${url} where it is allowed`, resources: urls(url), ...allowed },
      ],
    ),
    ...["http://localhost.evil.example/cb", "http://localhost@evil.example/cb", "http://127.0.0.10/cb"].map((url) => ({
      why: `flags ${url}, which only looks allowed`,
      resources: urls(url),
      ...allowed,
      ...flagged,
    })),
    {
      why: "flags the default address",
      resources: client({ defaultRedirectUri: "http://app.example.com" }),
      ...flagged,
      says: /defaultRedirectUri/,
    },
    {
      why: "flags an address after sign-out",
      resources: client({ logoutUrls: ["http://app.example.com"] }),
      ...flagged,
      says: /logoutUrls/,
    },
    {
      why: "flags aws-native's client",
      resources: one(nativeType, { callbackUrls: ["http://app.example.com"] }),
      ...flagged,
    },
    {
      why: "passes absent addresses, which a preview shows as unknown",
      resources: client({ callbackUrls: unknownValue, defaultRedirectUri: unknownValue }),
    },
    {
      why: "passes an address made of a resource's domain",
      resources: [{ ...urls(unknownValue)[0]!, refs: { callbackUrls: ["site"] } }, site],
    },
    {
      why: "flags one address that nothing shows",
      resources: urls("https://app.example.com", unknownValue),
      ...flagged,
      says: /Nothing shows/,
    },
  ]);
  itAgreesWithOtherRuleSets(cognitoClientCallbackUrls);
});

describe("cognito-client-no-admin-scope", () => {
  const admin = "aws.cognito.signin.user.admin";
  itFinds(cognitoClientNoAdminScope, [
    {
      why: "flags the scope",
      resources: client({ allowedOauthScopes: ["openid", admin] }),
      ...flagged,
      says: /self-service/,
    },
    {
      why: "flags it under aws-native's name",
      resources: one(nativeType, { allowedOAuthScopes: [admin] }),
      ...flagged,
    },
    { why: "passes others", resources: client({ allowedOauthScopes: ["openid", "orders/read"] }) },
    { why: "passes a look-alike of a resource server", resources: client({ allowedOauthScopes: [`orders/${admin}`] }) },
    {
      why: "passes scopes of a resource server that AWS has yet to make",
      resources: [
        { ...client({ allowedOauthScopes: unknownValue })[0]!, refs: { allowedOauthScopes: ["server"] } },
        { type: "aws:cognito/resourceServer:ResourceServer", name: "server", props: {} },
      ],
    },
    {
      why: "flags one scope that nothing shows",
      resources: client({ allowedOauthScopes: ["openid", unknownValue] }),
      ...flagged,
    },
    { why: "passes a client without scopes", resources: client({}) },
  ]);
  itAgreesWithOtherRuleSets(cognitoClientNoAdminScope);
});

describe("cognito-client-no-user-password-auth", () => {
  const flows = (...explicitAuthFlows: Properties[string][]) => client({ explicitAuthFlows });
  itFinds(cognitoClientNoUserPasswordAuth, [
    { why: "flags passwords", resources: flows("ALLOW_USER_PASSWORD_AUTH"), ...flagged },
    { why: "flags the older name", resources: flows("USER_PASSWORD_AUTH"), ...flagged },
    { why: "passes the flow of servers with AWS credentials", resources: flows("ALLOW_ADMIN_USER_PASSWORD_AUTH") },
    { why: "passes SRP", resources: flows("ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH") },
    { why: "passes an absent list, which has no such flow", resources: client({}) },
    { why: "flags an unknown list", resources: client({ explicitAuthFlows: unknownValue }), ...flagged },
    {
      why: "flags aws-native's client",
      resources: one(nativeType, { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] }),
      ...flagged,
    },
  ]);
  itAgreesWithOtherRuleSets(cognitoClientNoUserPasswordAuth);
});

describe("cognito-client-m2m-has-secret", () => {
  const machine = { allowedOauthFlows: ["client_credentials"] };
  itFinds(cognitoClientM2mHasSecret, [
    { why: "flags an absent secret", resources: client(machine), ...flagged, says: /generateSecret is absent/ },
    { why: "flags none", resources: client({ ...machine, generateSecret: false }), ...flagged },
    { why: "flags an unknown switch", resources: client({ ...machine, generateSecret: unknownValue }), ...flagged },
    { why: "flags flows that may be for machines", resources: client({ allowedOauthFlows: unknownValue }), ...flagged },
    {
      why: "flags aws-native's client",
      resources: one(nativeType, { allowedOAuthFlows: ["client_credentials"] }),
      ...flagged,
    },
    { why: "passes a secret", resources: client({ ...machine, generateSecret: true }) },
    { why: "passes a public client for people", resources: client({ allowedOauthFlows: ["code"] }) },
    { why: "leaves clients alone that another service made", resources: one(managedType, machine) },
  ]);
  itAgreesWithOtherRuleSets(cognitoClientM2mHasSecret);
});

describe("cognito-client-prevent-user-existence-errors", () => {
  const control = cognitoClientPreventUserExistenceErrors;
  itFinds(control, [
    { why: "flags an absent setting", resources: client({}), ...flagged, says: /absent, which means LEGACY/ },
    { why: "flags LEGACY", resources: client({ preventUserExistenceErrors: "LEGACY" }), ...flagged },
    {
      why: "flags another spelling, which AWS refuses",
      resources: client({ preventUserExistenceErrors: "enabled" }),
      ...flagged,
    },
    { why: "flags an unknown setting", resources: client({ preventUserExistenceErrors: unknownValue }), ...flagged },
    { why: "passes ENABLED", resources: one(nativeType, { preventUserExistenceErrors: "ENABLED" }) },
  ]);
  itRemediates(control, [
    { why: "sets what is absent", before: {}, after: { preventUserExistenceErrors: "ENABLED" } },
    {
      why: "replaces LEGACY",
      before: { preventUserExistenceErrors: "LEGACY" },
      after: { preventUserExistenceErrors: "ENABLED" },
    },
    { why: "leaves the unknown alone", before: { preventUserExistenceErrors: unknownValue }, after: undefined },
  ]);
  itAgreesWithOtherRuleSets(control);
});

describe("cognito-client-token-revocation", () => {
  const control = cognitoClientTokenRevocation;
  itFinds(control, [
    { why: "flags what is switched off", resources: client({ enableTokenRevocation: false }), ...flagged },
    { why: "flags it as text", resources: client({ enableTokenRevocation: "false" }), ...flagged },
    { why: "flags an unknown switch", resources: client({ enableTokenRevocation: unknownValue }), ...flagged },
    { why: "passes an absent one, as new clients have it", resources: client({}) },
    { why: "passes true", resources: one(nativeType, { enableTokenRevocation: true }) },
  ]);
  itRemediates(control, [
    { why: "switches it on", before: { enableTokenRevocation: false }, after: { enableTokenRevocation: true } },
    { why: "writes the default out, which older clients lack", before: {}, after: { enableTokenRevocation: true } },
    { why: "leaves the unknown alone", before: { enableTokenRevocation: unknownValue }, after: undefined },
  ]);
  itAgreesWithOtherRuleSets(control);
});

describe("cognito-client-access-token-ttl", () => {
  const lives = (accessTokenValidity: Properties[string], accessToken?: Properties[string]) =>
    client({ accessTokenValidity, ...(accessToken !== undefined && { tokenValidityUnits: { accessToken } }) });
  itFinds(cognitoClientAccessTokenTtl, [
    { why: "passes an absent validity, which is an hour", resources: client({}) },
    {
      why: "passes an hour, whatever the unit of what is absent",
      resources: client({ tokenValidityUnits: { accessToken: "days" } }),
    },
    { why: "passes one of the default unit", resources: lives(1) },
    { why: "flags two of the default unit", resources: lives(2), ...flagged, says: /more than 60 minutes/ },
    {
      why: "takes another token's unit for nothing",
      resources: client({ accessTokenValidity: 5, tokenValidityUnits: { idToken: "minutes" } }),
      ...flagged,
    },
    { why: "passes 60 minutes", resources: lives(60, "minutes") },
    { why: "flags 61 minutes", resources: lives(61, "minutes"), ...flagged },
    { why: "passes 3600 seconds", resources: lives(3600, "seconds") },
    { why: "flags 3601 seconds", resources: lives(3601, "seconds"), ...flagged },
    { why: "flags a day", resources: lives(1, "days"), ...flagged },
    { why: "passes a number written as text", resources: lives("30", "minutes") },
    { why: "flags an unknown validity", resources: lives(unknownValue, "minutes"), ...flagged, says: /not known/ },
    { why: "flags an unknown unit", resources: lives(5, unknownValue), ...flagged, says: /not known/ },
    { why: "flags a unit that Cognito does not have", resources: lives(1, "hour"), ...flagged },
    { why: "flags a unit that only an object has", resources: lives(1, "constructor"), ...flagged },
    { why: "keeps to the configured limit", resources: lives(16, "minutes"), settings: { maxMinutes: 15 }, ...flagged },
    {
      why: "flags the default where the limit is below it",
      resources: client({}),
      settings: { maxMinutes: 15 },
      ...flagged,
    },
    { why: "passes more where it is allowed", resources: lives(2, "hours"), settings: { maxMinutes: 120 } },
  ]);
  itAgreesWithOtherRuleSets(cognitoClientAccessTokenTtl);
});

describe("cognito-client-attribute-writes", () => {
  const pool = (attribute: Properties, props: Properties = {}): Declaration => ({
    type: "aws:cognito/userPool:UserPool",
    name: "pool",
    props: { schemas: [{ name: "theme" }, attribute], ...props },
  });
  const writer = (props: Properties = {}): Declaration => ({
    type,
    name: "client",
    props: { userPoolId: unknownValue, ...props },
    refs: { userPoolId: ["pool"] },
  });
  const role = { name: "role", mutable: true };
  const closed = { adminCreateUserConfig: { allowAdminCreateUserOnly: true } };
  const found = { flags: ["client"] };
  itFinds(cognitoClientAttributeWrites, [
    {
      why: "flags a role that is listed",
      resources: [pool(role), writer({ writeAttributes: ["email", "custom:role"] })],
      ...found,
    },
    {
      why: "flags it in any case",
      resources: [writer({ writeAttributes: ["custom:TenantId"] })].map(withoutPool),
      ...found,
    },
    { why: "flags an absent list", resources: [pool(role), writer()], ...found, says: /writeAttributes is absent/ },
    {
      why: "flags one that a preview shows as unknown, as it does absent ones",
      resources: [pool(role), writer({ writeAttributes: unknownValue })],
      ...found,
    },
    {
      why: "passes a list without it",
      resources: [pool(role), writer({ writeAttributes: ["email", "custom:theme"] })],
    },
    { why: "passes an absent list where no attribute matters", resources: [pool({ name: "colour" }), writer()] },
    {
      why: "flags what is written once, while anyone may sign up",
      resources: [pool({ ...role, mutable: false }), writer()],
      ...found,
    },
    {
      why: "passes what is written once, by administrators",
      resources: [pool({ ...role, mutable: false }, closed), writer()],
    },
    {
      why: "passes an attribute for developers",
      resources: [pool({ ...role, developerOnlyAttribute: true }), writer()],
    },
    { why: "passes a pool outside the stack", resources: [withoutPool(writer())] },
    {
      why: "flags what configuration names instead",
      resources: [pool({ name: "level" }), writer()],
      settings: { attributes: ["custom:level"] },
      ...found,
    },
    {
      why: "takes a pattern without a wildcard exactly",
      resources: [pool({ name: "levels" }), writer()],
      settings: { attributes: ["custom:level"] },
    },
    {
      why: "flags aws-native's",
      resources: [
        { type: "aws-native:cognito:UserPool", name: "pool", props: { schema: [role] } },
        { ...writer(), type: nativeType },
      ],
      ...found,
    },
  ]);
  itAgreesWithOtherRuleSets(cognitoClientAttributeWrites);
});

function withoutPool({ type, name, props }: Declaration): Declaration {
  return { type, name, props };
}

function itRemediates(
  control: typeof cognitoClientTokenRevocation,
  rows: readonly { readonly why: string; readonly before: Properties; readonly after: Properties | undefined }[],
): void {
  for (const { why, before, after } of rows)
    it(`remediation ${why}`, () => {
      const changes = control.remediate!(resourceOf(type, before), {});
      assert.deepEqual(changes, after);
      if (changes) assert.deepEqual(control.checkResource!(resourceOf(type, { ...before, ...changes }), {}), []);
    });
}
