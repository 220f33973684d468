import assert from "node:assert/strict";
import { decodeJwt } from "jose";
import type { Identity } from "../../../local/identity/contract";
import { Browser, postForm } from "../../support/identity/browser";
import { testFunctions } from "../../support/identity/functions";
import { ada, poolWithAda } from "../../support/identity/pool";
import { authorize, redeem, refresh, signIn } from "../../support/identity/sign-in";
import { clientSecret, poolArn, poolId, poolStack, triggerArn } from "../../support/identity/stack";

const credentials = { username: ada.username, password: ada.password };
const machine = { grant_type: "client_credentials", client_id: "machine", client_secret: clientSecret };
const alert = (text: string) => /<p role="alert"[^>]*>([^<]*)/.exec(text)?.[1]?.replaceAll("&#39;", "'");

describe("the triggers of a pool on localhost", () => {
  let identity: Identity;
  afterEach(() => identity.close());

  /** A pool with one trigger each of the functions that are given. */
  async function start(functions: Parameters<typeof testFunctions>[0], version = "V3_0") {
    const lambdaConfig = {
      preSignUp: triggerArn("preSignUp"),
      postAuthentication: triggerArn("postAuthentication"),
      preTokenGenerationConfig: { lambdaArn: triggerArn("preTokenGeneration"), lambdaVersion: version },
    };
    const agree = () => ({});
    const all = testFunctions({ preSignUp: agree, postAuthentication: agree, preTokenGeneration: agree, ...functions });
    identity = await poolWithAda({ state: poolStack({ lambdaConfig }), invoke: all.invoke });
    return all;
  }

  it("are asked in turn, with the events that Cognito sends, as the pool", async () => {
    const { asked, sources } = await start({});
    const tokens = await signIn(identity, "browser");
    await refresh(identity, "browser", tokens.refresh_token!);
    await postForm(`${identity.url}/oauth2/token`, machine);
    assert.deepEqual(
      asked.map(({ version, triggerSource, callerContext }) => [version, triggerSource, callerContext.clientId]),
      [
        ["1", "PreSignUp_AdminCreateUser", "CLIENT_ID_NOT_APPLICABLE"],
        ["1", "PostAuthentication_Authentication", "browser"],
        ["3", "TokenGeneration_HostedAuth", "browser"],
        ["3", "TokenGeneration_RefreshTokens", "browser"],
        ["3", "TokenGeneration_ClientCredentials", "machine"],
      ],
    );
    assert.deepEqual(new Set(sources), new Set([poolArn]));
    const [created, , generated] = asked;
    assert.deepEqual(created!.request.userAttributes, { email: ada.username });
    const { sub } = decodeJwt(tokens.id_token!);
    const { userAttributes, groupConfiguration, scopes } = generated!.request;
    assert.deepEqual(
      [generated!.userPoolId, generated!.region, generated!.userName, userAttributes.sub, userAttributes.email],
      [poolId, "eu-west-1", sub, sub, ada.username],
    );
    assert.deepEqual(groupConfiguration.groupsToOverride, ["clerks"]);
    assert.deepEqual(scopes, ["openid", "email", "orders/read", "orders/write"]);
  });

  it("put claims, scopes and groups into both tokens, at a refresh too", async () => {
    let count = 0;
    await start({
      preTokenGeneration: () => {
        count += 1;
        return {
          claimsAndScopeOverrideDetails: {
            idTokenGeneration: { claimsToAddOrOverride: { tenant: `acme ${count}`, sub: "forged" } },
            accessTokenGeneration: {
              claimsToAddOrOverride: { tenant: `acme ${count}` },
              scopesToAdd: ["orders/delete"],
              scopesToSuppress: ["orders/write"],
            },
            groupOverrideDetails: { groupsToOverride: ["managers"] },
          },
        };
      },
    });
    const first = await signIn(identity, "browser");
    const second = await refresh(identity, "browser", first.refresh_token!);
    for (const [tokens, tenant] of [
      [first, "acme 1"],
      [second.body, "acme 2"],
    ] as const) {
      const [id, access] = [decodeJwt(String(tokens.id_token)), decodeJwt(String(tokens.access_token))];
      assert.deepEqual([id.tenant, access.tenant], [tenant, tenant]);
      assert.deepEqual([id["cognito:groups"], access["cognito:groups"]], [["managers"], ["managers"]]);
      assert.equal(access.scope, "openid email orders/read orders/delete");
      assert.equal(id.sub, access.sub);
    }
  });

  it("put a tenant into a machine's token in version 3, and are not asked about machines before", async () => {
    const tenant = () => ({
      claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: { tenant: "warehouse" } } },
    });
    for (const [version, expected] of [
      ["V3_0", "warehouse"],
      ["V2_0", undefined],
    ] as const) {
      await start({ preTokenGeneration: tenant }, version);
      const { body } = await postForm(`${identity.url}/oauth2/token`, machine);
      assert.equal(decodeJwt(String(body.access_token)).tenant, expected, version);
      if (version === "V3_0") await identity.close();
    }
  });

  it("keep tokens back when they fail, and say why as Cognito does", async () => {
    await start({
      preTokenGeneration: () => {
        throw new Error("nobody knows this client");
      },
    });
    const error = {
      status: 400,
      body: {
        error: "invalid_request",
        error_description: "PreTokenGeneration failed with error nobody knows this client.",
      },
    };
    assert.deepEqual(await postForm(`${identity.url}/oauth2/token`, machine), error);
    const browser = new Browser(identity.url);
    const { url } = await browser.post((await authorize(browser, "browser")).url.href, credentials);
    assert.deepEqual(await redeem(identity, "browser", url.searchParams.get("code")), error);
  });

  it("refuse a sign-up in the words of the function, and make no user", async () => {
    const { asked } = await start({
      preSignUp: ({ triggerSource, request }) => {
        if (triggerSource === "PreSignUp_SignUp" && !request.userAttributes.email.endsWith("@example.com"))
          throw new Error("example.com only");
        return {};
      },
    });
    const grace = { username: "grace@elsewhere.test", password: "nanoseconds 30" };
    const browser = new Browser(identity.url);
    const { url } = await authorize(browser, "browser");
    const refused = await browser.post(`${url.pathname}?screen=signup`, grace);
    assert.deepEqual([refused.status, alert(refused.text)], [400, "PreSignUp failed with error example.com only."]);
    assert.deepEqual(
      [asked.at(-1)!.triggerSource, asked.at(-1)!.callerContext.clientId],
      ["PreSignUp_SignUp", "browser"],
    );
    assert.equal((await browser.post(url.href, grace)).status, 400);
    const let_in = await browser.post(`${url.pathname}?screen=signup`, { ...grace, username: "grace@example.com" });
    assert.ok(let_in.url.searchParams.has("code"));
  });

  it("refuse an administrator's user too", async () => {
    const fault = { message: /PreSignUp failed with error no\.$/ };
    const starting = start({
      preSignUp: () => {
        throw new Error("no.");
      },
    });
    await assert.rejects(starting, fault);
    identity = await poolWithAda();
  });

  it("end a sign-in when the function after it fails, or may not be called", async () => {
    await start({
      postAuthentication: () => {
        throw new Error("no audit, no sign-in");
      },
    });
    const browser = new Browser(identity.url);
    const { status, text } = await browser.post((await authorize(browser, "browser")).url.href, credentials);
    assert.deepEqual([status, alert(text)], [400, "PostAuthentication failed with error no audit, no sign-in."]);
    assert.match((await authorize(browser, "browser")).text, /<h1>Sign in<\/h1>/);
  });

  it("fail closed where no functions are served", async () => {
    const lambdaConfig = { postAuthentication: triggerArn("postAuthentication") };
    identity = await poolWithAda({ state: poolStack({ lambdaConfig }) });
    const browser = new Browser(identity.url);
    const { status, text } = await browser.post((await authorize(browser, "browser")).url.href, credentials);
    assert.deepEqual(
      [status, alert(text)],
      [400, "PostAuthentication failed with error no functions are served here."],
    );
  });
});
