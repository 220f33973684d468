import assert from "node:assert/strict";
import { catalogue } from "../../../../infra/catalogue";
import { parseSettings } from "../../../../infra/config/parse";
import { settingTexts } from "../../../support/settings";

type Texts = Record<string, unknown>;

/** The dev stack's settings with one of them changed: objects are merged, `undefined` leaves one out. */
function changed(key: string, value: unknown): Record<string, string> {
  const texts = settingTexts("dev");
  if (value === undefined) return Object.fromEntries(Object.entries(texts).filter(([name]) => name !== key));
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const merged = isObject ? { ...(JSON.parse(texts[key] ?? "{}") as Texts), ...value } : value;
  return { ...texts, [key]: typeof merged === "string" ? merged : JSON.stringify(merged) };
}

const faultsOf = (texts: Record<string, string>) => {
  try {
    parseSettings(catalogue, "dev", texts);
    return [];
  } catch (error) {
    const [head, ...faults] = (error as Error).message.split("\n  - ");
    assert.equal(head, "Pulumi.dev.yaml cannot be used:");
    return faults;
  }
};

const anyUrl = "an https URL, or http://localhost with or without a port; no wildcard, no fragment";
const callback = (url: unknown) => ({ storefront: { callbackUrls: [url], logoutUrls: ["https://a.example/"] } });
const atCallback = "clients.storefront.callbackUrls.0";

describe("settings", () => {
  for (const stack of ["dev", "prod"] as const)
    it(`of ${stack} are complete and frozen to the last list`, () => {
      const settings = parseSettings(catalogue, stack, settingTexts(stack));
      assert.ok(Object.isFrozen(settings.clients.storefront?.callbackUrls));
      assert.deepEqual(Object.keys(settings.clients), ["storefront", "backoffice"]);
    });

  for (const { why, key, value, fault } of [
    {
      why: "a missing text",
      key: "domainPrefix",
      value: undefined,
      fault:
        "domainPrefix is missing; expected 1 to 63 lower-case letters, digits and inner hyphens, without aws, amazon or cognito in it",
    },
    {
      why: "a reserved word in the domain",
      key: "domainPrefix",
      value: "my-cognito",
      fault:
        'domainPrefix is "my-cognito"; expected 1 to 63 lower-case letters, digits and inner hyphens, without aws, amazon or cognito in it',
    },
    {
      why: "a missing section",
      key: "tokens",
      value: undefined,
      fault: "tokens is missing; expected settings of its own, one to a line",
    },
    {
      why: "a text where a section is due",
      key: "tokens",
      value: "60",
      fault: 'tokens is "60"; expected settings of its own, one to a line',
    },
    {
      why: "a misspelt section",
      key: "tokns",
      value: "60",
      fault: "tokns is not a setting; did you mean tokens?",
    },
    {
      why: "a misspelt key",
      key: "authorizers",
      value: { user: { cacheTtlSeconds: 5, cacheTtlSecond: 5 } },
      fault: "authorizers.user.cacheTtlSecond is not a setting; did you mean cacheTtlSeconds?",
    },
    {
      why: "a key that resembles none",
      key: "logs",
      value: { retentionDays: 14, colour: "red" },
      fault: "logs.colour is not a setting; known here: retentionDays",
    },
    {
      why: "a duration with a unit in it",
      key: "authorizers",
      value: { user: { cacheTtlSeconds: "5m" } },
      fault: 'authorizers.user.cacheTtlSeconds is "5m"; expected whole seconds from 0 (no reuse) to 3,600',
    },
    {
      why: "a TTL above AWS's limit",
      key: "authorizers",
      value: { tenant: { cacheTtlSeconds: 3601 } },
      fault: "authorizers.tenant.cacheTtlSeconds is 3601; expected whole seconds from 0 (no reuse) to 3,600",
    },
    {
      why: "a TTL below zero",
      key: "authorizers",
      value: { tenant: { cacheTtlSeconds: -1 } },
      fault: "authorizers.tenant.cacheTtlSeconds is -1; expected whole seconds from 0 (no reuse) to 3,600",
    },
    {
      why: "an authorizer that the catalogue lacks",
      key: "authorizers",
      value: { tennant: { cacheTtlSeconds: 60 } },
      fault: "authorizers.tennant is not a setting; did you mean tenant?",
    },
    {
      why: "half a minute",
      key: "tokens",
      value: { accessMinutes: 5.5 },
      fault: "tokens.accessMinutes is 5.5; expected whole minutes from 5 to 1,440",
    },
    {
      why: "refresh tokens for longer than AWS keeps them",
      key: "tokens",
      value: { refreshDays: 3651 },
      fault: "tokens.refreshDays is 3651; expected whole days from 1 to 3,650",
    },
    {
      why: "a mode of MFA that is none",
      key: "userPool",
      value: { mfa: "required" },
      fault: 'userPool.mfa is "required"; expected one of off, optional, on',
    },
    {
      why: "a flag in words",
      key: "userPool",
      value: { selfSignUp: "yes" },
      fault: 'userPool.selfSignUp is "yes"; expected true or false',
    },
    {
      why: "a retention that CloudWatch Logs lacks",
      key: "logs",
      value: { retentionDays: 15 },
      fault:
        "logs.retentionDays is 15; expected one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653",
    },
    {
      why: "a wildcard callback",
      key: "clients",
      value: callback("https://*.example.com/"),
      fault: `${atCallback} is "https://*.example.com/"; expected ${anyUrl}`,
    },
    {
      why: "a callback over plain http",
      key: "clients",
      value: callback("http://shop.example.com/"),
      fault: `${atCallback} is "http://shop.example.com/"; expected ${anyUrl}`,
    },
    {
      why: "a callback that is no URL",
      key: "clients",
      value: callback("shop"),
      fault: `${atCallback} is "shop"; expected ${anyUrl}`,
    },
    {
      why: "no callback at all",
      key: "clients",
      value: { storefront: { callbackUrls: [], logoutUrls: ["https://a.example/"] } },
      fault: "clients.storefront.callbackUrls is []; expected a list of one or more URLs",
    },
    {
      why: "a machine client with callbacks",
      key: "clients",
      value: { fulfilment: callback("https://a.example/").storefront },
      fault: "clients.fulfilment is not a setting; known here: storefront, backoffice",
    },
    {
      why: "an origin with a path",
      key: "api",
      value: { corsOrigins: ["https://shop.example.com/"] },
      fault:
        'api.corsOrigins.0 is "https://shop.example.com/"; expected an origin such as https://app.example.com, or http://localhost with or without a port; no path',
    },
    {
      why: "a stage name with a slash",
      key: "api",
      value: { stageName: "v1/beta" },
      fault: 'api.stageName is "v1/beta"; expected 1 to 128 letters, digits, hyphens and underscores',
    },
    {
      why: "a rate of nothing",
      key: "api",
      value: { requestsPerSecond: 0 },
      fault: "api.requestsPerSecond is 0; expected whole requests a second from 1 to 10,000",
    },
  ])
    it(`refuse ${why}`, () => assert.deepEqual(faultsOf(changed(key, value)), [fault]));

  it("report every fault at once", () => {
    const texts = { ...changed("tokens", { accessMinutes: 1, idMinutes: "x" }), colour: "red" };
    delete (texts as Texts).logs;
    assert.deepEqual(
      faultsOf(texts).map((fault) => fault.split(" ")[0]),
      ["tokens.accessMinutes", "tokens.idMinutes", "logs", "colour"],
    );
  });
});
