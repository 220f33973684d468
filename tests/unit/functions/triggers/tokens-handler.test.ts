import assert from "node:assert/strict";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { preMachineToken, preTokens } from "./events";

describe("the pre token generation function", () => {
  const { send } = CognitoIdentityProviderClient.prototype;
  const region = process.env.AWS_REGION;
  let handler: (event: object) => Promise<{ response: { claimsAndScopeOverrideDetails: unknown } }>;

  before(() => {
    process.env.AWS_REGION = "eu-west-1";
    const names: Record<string, string> = { "1example23456789": "fulfilment", browser: "storefront", gone: "" };
    CognitoIdentityProviderClient.prototype.send = (async ({ input }: { input: { ClientId: string } }) => ({
      UserPoolClient: { ClientName: names[input.ClientId] },
    })) as never;
    ({ handler } = require("../../../../functions/triggers/pre-token-generation/handler"));
  });
  after(() => {
    CognitoIdentityProviderClient.prototype.send = send;
    if (region === undefined) delete process.env.AWS_REGION;
    else process.env.AWS_REGION = region;
  });

  it("gives a machine client of the catalogue its tenant", async () => {
    const { response } = await handler(preMachineToken());
    assert.deepEqual(response.claimsAndScopeOverrideDetails, {
      accessTokenGeneration: { claimsToAddOrOverride: { tenant: "warehouse" } },
    });
  });

  it("gives members of the catalogue's groups their scopes", async () => {
    const event = preTokens("TokenGeneration_HostedAuth", { groupConfiguration: { groupsToOverride: ["operators"] } });
    event.callerContext.clientId = "browser";
    const details = (await handler(event)).response.claimsAndScopeOverrideDetails as {
      accessTokenGeneration: { scopesToAdd: string[] };
    };
    assert.deepEqual(details.accessTokenGeneration.scopesToAdd, ["orders/write"]);
  });

  it("gives no token when the client has no name", async () => {
    const event = preMachineToken();
    event.callerContext.clientId = "gone";
    await assert.rejects(handler(event), /so no token is issued/);
  });
});
