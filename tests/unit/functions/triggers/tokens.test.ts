import assert from "node:assert/strict";
import type { Cognito } from "../../../../functions/triggers/cognito";
import { clientNames } from "../../../../functions/triggers/pre-token-generation/client-names";
import { customize, type Surroundings } from "../../../../functions/triggers/pre-token-generation/customize";
import { parseGroups } from "../../../../functions/triggers/pre-token-generation/groups";
import { preMachineToken, preTokens } from "./events";

const catalogue: Surroundings["catalogue"] = {
  clients: {
    shop: { kind: "browser", scopes: ["openid", "orders/read", "orders/write"] },
    reader: { kind: "web", scopes: ["openid", "orders/read"] },
    robot: { kind: "machine", scopes: ["orders/read"], tenant: "warehouse" },
    spare: { kind: "machine", scopes: ["orders/read"] },
  },
  groups: {
    support: { description: "", precedence: 2, scopes: ["orders/read"] },
    operators: { description: "", precedence: 1, scopes: ["orders/read", "orders/write"] },
    guests: { description: "", precedence: 3, scopes: [] },
  },
};
const asked: string[][] = [];
const as = (name: string): Surroundings => ({
  catalogue,
  clientName: async (...args) => {
    asked.push(args);
    return name;
  },
});
const sources = [
  "TokenGeneration_HostedAuth",
  "TokenGeneration_Authentication",
  "TokenGeneration_NewPasswordChallenge",
  "TokenGeneration_AuthenticateDevice",
  "TokenGeneration_RefreshTokens",
] as const;
const fromProvider = { identities: '[{"providerName":"Partner"}]' };

describe("a person's tokens", () => {
  for (const source of sources)
    it(`carry groups, their scopes and the tenant at ${source}`, async () => {
      const event = preTokens(source, {
        userAttributes: { ...fromProvider, "custom:groups": "[operators, strangers]", "custom:tenant": "acme" },
        groupConfiguration: {
          groupsToOverride: ["support", "eu-west-1_Example01_Partner"],
          iamRolesToOverride: ["arn:aws:iam::123456789012:role/a"],
          preferredRole: "arn:aws:iam::123456789012:role/a",
        },
        clientMetadata: { tenant: "evil", groups: "operators" },
      });
      assert.deepEqual(await customize(event, as("shop")), {
        idTokenGeneration: { claimsToAddOrOverride: { tenant: "acme" } },
        accessTokenGeneration: {
          claimsToAddOrOverride: { tenant: "acme" },
          scopesToAdd: ["orders/write"],
          scopesToSuppress: ["aws.cognito.signin.user.admin"],
        },
        groupOverrideDetails: {
          groupsToOverride: ["support", "operators"],
          iamRolesToOverride: ["arn:aws:iam::123456789012:role/a"],
          preferredRole: "arn:aws:iam::123456789012:role/a",
        },
      });
    });

  for (const { why, client, attributes = {}, pool = [], groups, scopes } of [
    { why: "no groups, no scopes", client: "shop", groups: [], scopes: [] },
    {
      why: "the pool's groups for everybody",
      client: "shop",
      pool: ["operators"],
      groups: ["operators"],
      scopes: ["orders/write"],
    },
    {
      why: "no more scopes than the client may ask for",
      client: "reader",
      pool: ["operators"],
      groups: ["operators"],
      scopes: [],
    },
    {
      why: "no scopes for a client that is not declared",
      client: "toString",
      pool: ["operators"],
      groups: ["operators"],
      scopes: [],
    },
    {
      why: "no group twice",
      client: "reader",
      attributes: { ...fromProvider, "custom:groups": "support" },
      pool: ["support"],
      groups: ["support"],
      scopes: [],
    },
    { why: "a group without scopes", client: "shop", pool: ["guests"], groups: ["guests"], scopes: [] },
    { why: "no group that is not declared", client: "shop", pool: ["constructor", "admins"], groups: [], scopes: [] },
    {
      why: "no group that somebody without a provider gave themselves",
      client: "shop",
      attributes: { "custom:groups": "operators" },
      groups: [],
      scopes: [],
    },
    {
      why: "the provider's groups for an account that is a provider's alone",
      client: "shop",
      attributes: { "cognito:user_status": "EXTERNAL_PROVIDER", "custom:groups": "operators" },
      groups: ["operators"],
      scopes: ["orders/write"],
    },
  ] as {
    why: string;
    client: string;
    attributes?: Record<string, string>;
    pool?: string[];
    groups: string[];
    scopes: string[];
  }[])
    it(`carry ${why}`, async () => {
      const event = preTokens("TokenGeneration_HostedAuth", {
        userAttributes: attributes,
        groupConfiguration: { groupsToOverride: pool },
      });
      const details = await customize(event, as(client));
      assert.deepEqual(details.groupOverrideDetails?.groupsToOverride, groups);
      assert.deepEqual(details.accessTokenGeneration?.scopesToAdd, scopes);
    });

  it("carry no tenant where there is none", async () => {
    for (const attributes of [{}, { "custom:tenant": "" }]) {
      const event = preTokens("TokenGeneration_HostedAuth", { userAttributes: attributes as Record<string, string> });
      const { idTokenGeneration, accessTokenGeneration } = await customize(event, as("shop"));
      assert.deepEqual(idTokenGeneration?.claimsToAddOrOverride, {});
      assert.deepEqual(accessTokenGeneration?.claimsToAddOrOverride, {});
    }
  });

  it("need no look-up of the client where no group brings scopes", async () => {
    asked.length = 0;
    await customize(preTokens("TokenGeneration_RefreshTokens"), as("shop"));
    assert.deepEqual(asked, []);
  });

  it("are not issued by an event of version 1, which cannot change access tokens", async () => {
    const event = { ...preTokens("TokenGeneration_HostedAuth"), version: "1" };
    await assert.rejects(customize(event, as("shop")), /expected V2_0 or V3_0, found V1_0/);
  });
});

describe("a machine's token", () => {
  for (const { why, client, claims } of [
    { why: "carries the client's tenant", client: "robot", claims: { tenant: "warehouse" } },
    { why: "carries none where the client has none", client: "spare", claims: {} },
    { why: "carries none for a client that is not declared", client: "stranger", claims: {} },
    { why: "carries none for a client that people sign in to", client: "shop", claims: {} },
  ])
    it(why, async () =>
      assert.deepEqual(await customize(preMachineToken({ tenant: "evil" }), as(client)), {
        accessTokenGeneration: { claimsToAddOrOverride: claims },
      }),
    );

  it("is not issued when the client cannot be looked up", async () => {
    const clientName = () => Promise.reject(new Error("throttled"));
    await assert.rejects(customize(preMachineToken(), { catalogue, clientName }), /throttled/);
  });
});

describe("the groups of an identity provider", () => {
  for (const { text, groups } of [
    { text: undefined, groups: [] },
    { text: "", groups: [] },
    { text: "[]", groups: [] },
    { text: "support", groups: ["support"] },
    { text: "[support]", groups: ["support"] },
    { text: "[support, operators]", groups: ["support", "operators"] },
    { text: "support,operators", groups: ["support", "operators"] },
    { text: ' ["support", " operators", 7] ', groups: ["support", "operators"] },
    { text: "support,, support ,", groups: ["support"] },
    { text: '{"support":true}', groups: ['{"support":true}'] },
    { text: "Order Desk, support", groups: ["Order Desk", "support"] },
  ])
    it(`in ${JSON.stringify(text)} are ${JSON.stringify(groups)}`, () => assert.deepEqual(parseGroups(text), groups));
});

describe("an app client's name", () => {
  const clientOf = (...answers: (object | Error)[]) => {
    const inputs: unknown[] = [];
    const send = async ({ input }: { input: unknown }) => {
      const answer = answers[inputs.push(input) - 1] ?? {};
      if (answer instanceof Error) throw answer;
      return answer;
    };
    return { client: { send } as unknown as Cognito, inputs };
  };
  const shop = { UserPoolClient: { ClientName: "shop" } };

  it("is asked for once a client", async () => {
    const { client, inputs } = clientOf(shop, { UserPoolClient: { ClientName: "reader" } });
    const clientName = clientNames(client);
    const names = [await clientName("p", "1"), await clientName("p", "1"), await clientName("p", "2")];
    assert.deepEqual(names, ["shop", "shop", "reader"]);
    assert.deepEqual(inputs, [
      { UserPoolId: "p", ClientId: "1" },
      { UserPoolId: "p", ClientId: "2" },
    ]);
  });

  for (const { why, first } of [
    { why: "Cognito fails", first: new Error("throttled") },
    { why: "Cognito names none", first: { UserPoolClient: {} } },
  ])
    it(`is a failure, and asked for again, when ${why}`, async () => {
      const clientName = clientNames(clientOf(first, shop).client);
      await assert.rejects(clientName("p", "1"), /could not be looked up, so no token is issued/);
      assert.equal(await clientName("p", "1"), "shop");
    });
});
