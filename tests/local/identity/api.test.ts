import assert from "node:assert/strict";
import { request } from "node:http";
import {
  AdminGetUserCommand,
  AdminLinkProviderForUserCommand,
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Identity } from "../../../local/identity/contract";
import { callApi } from "../../support/identity/api";
import { providers } from "../../support/identity/federation";
import { ada, poolWithAda } from "../../support/identity/pool";
import { poolStack, poolId as UserPoolId } from "../../support/identity/stack";

describe("the user pools API on localhost", () => {
  let identity: Identity;
  let sdk: CognitoIdentityProviderClient;
  before(async () => {
    identity = await poolWithAda({ state: poolStack({}, providers) });
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    sdk = new CognitoIdentityProviderClient({ endpoint: identity.url, region: "eu-west-1", credentials });
  });
  after(async () => {
    sdk.destroy();
    await identity.close();
  });

  const valueOfAttribute = (attributes: readonly { Name?: string; Value?: string }[] = [], name: string) =>
    attributes.find(({ Name }) => Name === name)?.Value;

  it("tells the SDK a client's name", async () => {
    const { UserPoolClient } = await sdk.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId: "machine" }));
    assert.deepEqual(
      [UserPoolClient?.ClientName, UserPoolClient?.AllowedOAuthScopes],
      ["machine", ["orders/read", "orders/write"]],
    );
    assert.equal(UserPoolClient?.ClientSecret, undefined);
  });

  it("finds users by an attribute, by its beginning, and nobody for another value", async () => {
    for (const [Filter, found] of [
      [`email = "${ada.username}"`, 1],
      ['"email" ^= "ada@"', 1],
      ['email = "nobody@example.com"', 0],
      ['cognito:user_status = "CONFIRMED"', 1],
      [undefined, 1],
    ] as const) {
      const { Users = [] } = await sdk.send(new ListUsersCommand({ UserPoolId, Filter }));
      assert.equal(Users.length, found, Filter);
      if (found === 0) continue;
      assert.equal(valueOfAttribute(Users[0]?.Attributes, "email"), ada.username);
      assert.ok(Users[0]!.UserCreateDate! <= new Date() && Users[0]!.Enabled);
    }
  });

  it("shows a user by any name, and links a provider's person to it once", async () => {
    const { Username, UserAttributes } = await sdk.send(
      new AdminGetUserCommand({ UserPoolId, Username: ada.username }),
    );
    assert.equal(valueOfAttribute(UserAttributes, "sub"), Username);
    const link = new AdminLinkProviderForUserCommand({
      UserPoolId,
      DestinationUser: { ProviderName: "Cognito", ProviderAttributeValue: Username },
      SourceUser: { ProviderName: "Okta", ProviderAttributeName: "Cognito_Subject", ProviderAttributeValue: "a1" },
    });
    await sdk.send(link);
    const after = await sdk.send(new AdminGetUserCommand({ UserPoolId, Username }));
    const [identity_] = JSON.parse(valueOfAttribute(after.UserAttributes, "identities")!);
    assert.deepEqual([identity_.providerName, identity_.userId], ["Okta", "a1"]);
    await assert.rejects(sdk.send(link), { name: "InvalidParameterException" });
  });

  for (const { why, action, input, error, message } of [
    {
      why: "an action that is not played",
      action: "AdminDeleteUser",
      input: { UserPoolId },
      error: "UnknownOperationException",
      message: /^AdminDeleteUser is not played on this machine; expected DescribeUserPoolClient, /,
    },
    {
      why: "one that every object has",
      action: "toString",
      input: { UserPoolId },
      error: "UnknownOperationException",
      message: /^toString /,
    },
    {
      why: "another pool",
      action: "ListUsers",
      input: { UserPoolId: "eu-west-1_other" },
      error: "ResourceNotFoundException",
      message: /eu-west-1_other does not exist/,
    },
    {
      why: "a client that is not there",
      action: "DescribeUserPoolClient",
      input: { UserPoolId, ClientId: "none" },
      error: "ResourceNotFoundException",
      message: /none does not exist/,
    },
    {
      why: "a user who is not there",
      action: "AdminGetUser",
      input: { UserPoolId, Username: "none" },
      error: "UserNotFoundException",
      message: /User does not exist/,
    },
    {
      why: "a filter of another form",
      action: "ListUsers",
      input: { UserPoolId, Filter: "email contains x" },
      error: "InvalidParameterException",
      message: /expected such as email = /,
    },
    {
      why: "an attribute that cannot be searched",
      action: "ListUsers",
      input: { UserPoolId, Filter: 'custom:tenant = "x"' },
      error: "InvalidParameterException",
      message: /custom:tenant cannot be searched/,
    },
    {
      why: "a parameter that is missing",
      action: "AdminGetUser",
      input: { UserPoolId },
      error: "InvalidParameterException",
      message: /Username is missing/,
    },
    {
      why: "a body that is no JSON",
      action: "ListUsers",
      input: "{",
      error: "SerializationException",
      message: /no JSON object/,
    },
  ])
    it(`refuses ${why}`, async () => {
      const { status, body } = await callApi(identity, action, input);
      assert.deepEqual([status, body.__type], [400, error]);
      assert.match(body.message, message);
    });

  it("answers to this machine's own name alone", async () => {
    const { port } = new URL(identity.url);
    const headers = { host: "rebound.test", "x-amz-target": "AWSCognitoIdentityProviderService.ListUsers" };
    const status = await new Promise((resolve, reject) => {
      request({ host: "127.0.0.1", port, method: "POST", headers }, (response) => {
        response.resume();
        resolve([response.statusCode, response.headers["x-amzn-errortype"]]);
      })
        .on("error", reject)
        .end(JSON.stringify({ UserPoolId }));
    });
    assert.deepEqual(status, [400, "AccessDeniedException"]);
  });
});
