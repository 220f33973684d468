import { cognitoIdentityPoolNoClassicFlow } from "../../../../policy/controls/cognito-identity-pool-no-classic-flow";
import { cognitoIdentityPoolNoGuest } from "../../../../policy/controls/cognito-identity-pool-no-guest";
import { identityPoolRoleTrust } from "../../../../policy/controls/identity-pool-role-trust";
import { identityPoolServerSideTokenCheck } from "../../../../policy/controls/identity-pool-server-side-token-check";
import { type Properties, unknownValue } from "../../../../policy/reading";
import { itAgreesWithOtherRuleSets } from "../../../support/policy/control-cases";
import type { Declaration } from "../../../support/policy/resources";
import { itFinds, one } from "../../../support/policy/stack-rows";

const type = "aws:cognito/identityPool:IdentityPool";
const nativeType = "aws-native:cognito:IdentityPool";
const flagged = { flags: ["example"] };

for (const { control, property } of [
  { control: cognitoIdentityPoolNoGuest, property: "allowUnauthenticatedIdentities" },
  { control: cognitoIdentityPoolNoClassicFlow, property: "allowClassicFlow" },
])
  describe(control.id, () => {
    itFinds(control, [
      { why: "flags true", resources: one(type, { [property]: true }), ...flagged },
      { why: "flags true in aws-native", resources: one(nativeType, { [property]: true }), ...flagged },
      { why: "flags true as text", resources: one(type, { [property]: "true" }), ...flagged },
      {
        why: "flags an unknown switch",
        resources: one(type, { [property]: unknownValue }),
        ...flagged,
        says: /not known/,
      },
      { why: "passes false", resources: one(type, { [property]: false }) },
      { why: "passes an absent switch, which is off", resources: one(type, { identityPoolName: "p" }) },
    ]);
    itAgreesWithOtherRuleSets(control);
  });

describe("identity-pool-server-side-token-check", () => {
  const providers = (...cognitoIdentityProviders: Properties[string][]) => one(type, { cognitoIdentityProviders });
  const checked = { clientId: unknownValue, providerName: unknownValue, serverSideTokenCheck: true };
  itFinds(identityPoolServerSideTokenCheck, [
    { why: "passes a provider that is asked", resources: providers(checked) },
    {
      why: "flags one of two that is not",
      resources: providers(checked, { ...checked, serverSideTokenCheck: false }),
      ...flagged,
    },
    { why: "flags an absent switch", resources: providers({ clientId: "c" }), ...flagged },
    {
      why: "flags an unknown switch",
      resources: providers({ ...checked, serverSideTokenCheck: unknownValue }),
      ...flagged,
    },
    {
      why: "flags providers that are unknown",
      resources: one(nativeType, { cognitoIdentityProviders: unknownValue }),
      ...flagged,
      says: /not known/,
    },
    { why: "passes a pool without user pools", resources: one(type, { samlProviderArns: ["arn"] }) },
  ]);
  itAgreesWithOtherRuleSets(identityPoolServerSideTokenCheck);
});

describe("identity-pool-role-trust", () => {
  const aud = "cognito-identity.amazonaws.com:aud";
  const amr = "cognito-identity.amazonaws.com:amr";
  const signedIn = { "ForAnyValue:StringLike": { [amr]: "authenticated" } };
  const good = { StringEquals: { [aud]: "eu-west-1:12345678-1234-1234-1234-123456789012" }, ...signedIn };
  const statement = (Condition: object | undefined, more: object = {}) => ({
    Effect: "Allow",
    Principal: { Federated: "cognito-identity.amazonaws.com" },
    Action: "sts:AssumeRoleWithWebIdentity",
    ...(Condition && { Condition }),
    ...more,
  });
  const document = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
  const role = (assumeRolePolicy: Properties[string], refs: readonly string[] = []): Declaration => ({
    type: "aws:iam/role:Role",
    name: "example",
    props: { assumeRolePolicy },
    refs: { assumeRolePolicy: refs },
  });
  const attachment: Declaration = {
    type: "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
    name: "attachment",
    props: { roles: { authenticated: unknownValue } },
    refs: { roles: ["example"] },
  };
  const pool: Declaration = { type, name: "pool", props: {} };
  itFinds(identityPoolRoleTrust, [
    { why: "passes one pool and signed-in users", resources: [role(document(statement(good)))] },
    { why: "passes one statement that is no list", resources: [role(JSON.stringify({ Statement: statement(good) }))] },
    { why: "flags no condition at all", resources: [role(document(statement(undefined)))], ...flagged },
    {
      why: "flags any pool",
      resources: [role(document(statement(signedIn)))],
      ...flagged,
      says: /identity pool of their own/,
    },
    {
      why: "flags a wildcard for the pool",
      resources: [role(document(statement({ StringLike: { [aud]: "eu-west-1:*" }, ...signedIn })))],
      ...flagged,
    },
    {
      why: "flags a condition that passes when there is no audience",
      resources: [role(document(statement({ StringEqualsIfExists: good.StringEquals, ...signedIn })))],
      ...flagged,
    },
    {
      why: "flags a condition that holds for all but one pool",
      resources: [role(document(statement({ StringNotEquals: good.StringEquals, ...signedIn })))],
      ...flagged,
    },
    {
      why: "flags guests and users alike",
      resources: [role(document(statement({ StringEquals: good.StringEquals })))],
      ...flagged,
      says: /Guests and signed-in/,
    },
    {
      why: "passes users of one provider",
      resources: [
        role(
          document(
            statement({
              ...good,
              "ForAnyValue:StringLike": { [amr]: "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc:*" },
            }),
          ),
        ),
      ],
    },
    {
      why: "flags a wildcard for all kinds of users",
      resources: [role(document(statement({ ...good, "ForAnyValue:StringLike": { [amr]: "*authenticated" } })))],
      ...flagged,
    },
    {
      why: "passes a list of pools",
      resources: [role(document(statement({ StringEquals: { [aud]: ["eu-west-1:a", "eu-west-1:b"] }, ...signedIn })))],
    },
    {
      why: "flags the second statement",
      resources: [role(document(statement(good), statement(signedIn)))],
      ...flagged,
    },
    { why: "passes a statement that denies", resources: [role(document(statement(undefined, { Effect: "Deny" })))] },
    {
      why: "leaves other roles alone",
      resources: [role(document(statement(undefined, { Principal: { Service: "lambda.amazonaws.com" } })))],
    },
    {
      why: "flags aws-native's object",
      resources: one("aws-native:iam:Role", {
        assumeRolePolicyDocument: { Statement: [statement(signedIn)] },
      } as Properties),
      ...flagged,
    },
    {
      why: "passes a trust made of the pool that AWS has yet to make",
      resources: [pool, role(unknownValue, ["pool"]), attachment],
    },
    {
      why: "flags an attached role whose trust nothing shows",
      resources: [pool, role(unknownValue), attachment],
      ...flagged,
      says: /Nothing shows/,
    },
    { why: "leaves unknown trusts of other roles alone", resources: [role(unknownValue)] },
    { why: "leaves text alone that is no policy", resources: [role("not JSON")] },
  ]);
  itAgreesWithOtherRuleSets(identityPoolRoleTrust);
});
