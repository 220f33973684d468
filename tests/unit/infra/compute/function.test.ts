import assert from "node:assert/strict";
import type { FunctionDeclaration } from "../../../../infra/catalogue/define/function";
import { planFunction } from "../../../../infra/compute/plan-function";
import type { Settings } from "../../../../infra/config/schema";
import { settingsOf } from "../../../support/settings";

const dev = settingsOf("dev");
const settings: Settings = {
  ...dev,
  api: { ...dev.api, cors: { ...dev.api.cors, origins: ["https://a.example", "https://b.example"] } },
  userPool: { ...dev.userPool, signUpDomains: ["a.example", "b.example"] },
  identityProviders: {
    acme: {
      kind: "saml",
      domains: ["acme.example", "acme.test"],
      attributes: {},
      clients: [],
      metadataUrl: "https://idp.example/metadata",
      signRequests: true,
      encryptedResponses: false,
      signOut: false,
      providerInitiated: false,
    },
  },
};
const stackTraces = { NODE_OPTIONS: "--enable-source-maps" };

describe("the environment of a function", () => {
  for (const { why, role, trigger, expected } of [
    {
      why: "has the origins for a route",
      role: "route",
      expected: { CORS_ORIGINS: "https://a.example,https://b.example" },
    },
    { why: "has nothing of the plan's for an authorizer", role: "authorizer", expected: {} },
    {
      why: "has the domains that may sign up, and those of each identity provider, for that trigger",
      role: "trigger",
      trigger: "preSignUp",
      expected: {
        SIGN_UP_DOMAINS: "a.example,b.example",
        IDENTITY_PROVIDERS: '{"acme":["acme.example","acme.test"]}',
      },
    },
    { why: "has nothing for another trigger", role: "trigger", trigger: "preTokenGeneration", expected: {} },
    { why: "has nothing for the last trigger", role: "trigger", trigger: "postAuthentication", expected: {} },
  ] satisfies { why: string; role: string; trigger?: string; expected: object }[])
    it(why, () => {
      const declaration = { role, trigger, description: "" } as FunctionDeclaration;
      assert.deepEqual(planFunction(declaration, settings).environment, { ...stackTraces, ...expected });
    });

  it("has the headers that pages may read, where there are some", () => {
    const cors = { ...dev.api.cors, exposedHeaders: ["etag", "x-request-id"] };
    const { environment } = planFunction(
      { role: "route", description: "" },
      { ...settings, api: { ...dev.api, cors } },
    );
    assert.equal((environment as Record<string, string>).CORS_EXPOSED_HEADERS, "etag,x-request-id");
  });
});
