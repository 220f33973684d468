import assert from "node:assert/strict";
import { decodeJwt } from "jose";
import type { ResourceState } from "../../../local/engine/model";
import { type Platform, startPlatform } from "../../../local/platform";
import { answerOf } from "../../support/federation/person";
import { declared } from "../../support/federation/stack";
import { Browser } from "../../support/identity/browser";
import { authorize, redeem } from "../../support/identity/sign-in";
import { callback, poolId, poolStack, resource } from "../../support/identity/stack";

const client: ResourceState = resource("aws:cognito/userPoolClient:UserPoolClient", "shop", "shop", {
  name: "shop",
  allowedOauthFlowsUserPoolClient: true,
  allowedOauthFlows: ["code"],
  allowedOauthScopes: ["openid", "email"],
  callbackUrls: [callback],
  supportedIdentityProviders: ["COGNITO", "Corp", "Partner"],
});

describe("a person of an identity provider, on one machine", () => {
  let platform: Platform;
  before(async () => {
    const schemas = [{ name: "groups", attributeDataType: "String" }];
    platform = await startPlatform({ state: poolStack({ schemas }, [client, ...declared]) });
  });
  after(() => platform.close());

  for (const { provider, begin, username, email } of [
    {
      provider: "Corp",
      begin: async (browser: Browser) => {
        const { url } = await authorize(browser, "shop");
        return browser.post(url.href, { username: "ada@corp.example.com", password: "" });
      },
      username: "corp_ada",
      email: "ada@corp.example.com",
    },
    {
      provider: "Partner",
      begin: (browser: Browser) => authorize(browser, "shop", { identity_provider: "Partner" }),
      username: "partner_ada",
      email: "ada@partner.example",
    },
  ])
    it(`signs in through ${provider}, and gets the pool's tokens`, async () => {
      const browser = new Browser(platform.identity!.url);
      const away = await begin(browser);
      const { path, parameters } = await answerOf(away.url.href);
      const page = path.startsWith("/saml2")
        ? await browser.post(path, parameters)
        : await browser.get(`${path}?${new URLSearchParams(parameters)}`);
      const { body } = await redeem(platform.identity!, "shop", page.url.searchParams.get("code"));
      const claims = decodeJwt(String(body.id_token));
      assert.deepEqual(
        [claims["cognito:username"], claims["cognito:groups"], claims.email],
        [username, [`${poolId}_${provider}`], email],
      );
    });
});
