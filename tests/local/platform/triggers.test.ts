import assert from "node:assert/strict";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { type Platform, startPlatform } from "../../../local/platform";
import { Stack } from "../../support/gateway/stack";
import { postForm } from "../../support/identity/browser";
import { ada } from "../../support/identity/pool";
import { signIn } from "../../support/identity/sign-in";
import { clientSecret, poolArn, poolStack, triggerArn } from "../../support/identity/stack";

const ask = `
const { CognitoIdentityProviderClient, DescribeUserPoolClientCommand } = require("@aws-sdk/client-cognito-identity-provider");
const cognito = new CognitoIdentityProviderClient({});
exports.handler = async (event) => {
  const command = new DescribeUserPoolClientCommand({ UserPoolId: event.userPoolId, ClientId: event.callerContext.clientId });
  const { UserPoolClient } = await cognito.send(command);
  const claimsToAddOrOverride = { tenant: "tenant of " + UserPoolClient.ClientName };
  event.response = { claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride } } };
  return event;
};`;
const audit = "exports.handler = async (event) => { console.log('signed in', event.triggerSource); return event; };";

describe("functions as triggers of a pool, on one machine", () => {
  const lines: string[] = [];
  let platform: Platform;

  async function start(sourceOfAudit: string) {
    const stack = new Stack();
    stack.lambda("ask", ask);
    stack.lambda("audit", audit);
    stack.permission("ask", poolArn, "cognito-idp.amazonaws.com");
    stack.permission("audit", sourceOfAudit, "cognito-idp.amazonaws.com");
    const lambdaConfig = {
      postAuthentication: triggerArn("audit"),
      preTokenGenerationConfig: { lambdaArn: triggerArn("ask"), lambdaVersion: "V3_0" },
    };
    const { resources } = stack.state();
    const state = { ...poolStack({ lambdaConfig }, resources), programDirectory: join(__dirname, "..", "..", "..") };
    platform = await startPlatform({
      state,
      onLog: ({ functionName, line }) => lines.push(`${functionName}: ${line}`),
    });
    await platform.identity!.createUser(ada);
    return platform.identity!;
  }
  afterEach(async () => {
    lines.length = 0;
    await platform.close();
  });

  it("ask the pool back through the SDK, and shape the tokens of people and machines", async () => {
    const identity = await start(poolArn);
    const { access_token } = await signIn(identity, "browser");
    assert.equal(decodeJwt(access_token!).tenant, "tenant of browser");
    assert.ok(
      lines.some((line) => /^audit: .*signed in PostAuthentication_Authentication/.test(line)),
      lines.join("\n"),
    );
    const machine = { grant_type: "client_credentials", client_id: "machine", client_secret: clientSecret };
    const { body } = await postForm(`${identity.url}/oauth2/token`, machine);
    assert.equal(decodeJwt(String(body.access_token)).tenant, "tenant of machine");
    assert.deepEqual(platform.gateway.invocations(), { ask: 2, audit: 1 });
  });

  it("may be called with a permission for this pool alone, and the log says so", async () => {
    const identity = await start(`${poolArn}x`);
    await assert.rejects(signIn(identity, "browser"));
    assert.deepEqual(lines, [
      `audit: Amazon Cognito may not call audit for ${poolArn}: no Permission with principal cognito-idp.amazonaws.com covers that source ARN.`,
    ]);
    assert.deepEqual(platform.gateway.invocations(), { ask: 0, audit: 0 });
  });
});
