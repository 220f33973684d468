import assert from "node:assert/strict";
import fc from "fast-check";
import { catalogue } from "../../infra/catalogue";
import type { AppClient } from "../../infra/catalogue/define/client";
import { scopes } from "../../infra/catalogue/scopes";
import { parseSettings } from "../../infra/config/parse";
import type { Settings } from "../../infra/config/schema";
import { planAppClient } from "../../infra/identity/plan-app-client";
import { type Changes, changedTexts } from "../support/changed-settings";

/** Texts that people and attackers put where a URL is due. */
const badUrl = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.webUrl().map((text) => text.replace("http", "javascript")),
  fc.constantFrom("*", "https://*", "https://*.example.com/cb", "https://a.example/*", "//a.example", "app:/cb"),
  fc.constantFrom(
    "http://localhost:3000/",
    "com.example.app:/cb",
    "https://a@b.example/",
    "https://localhost.example/",
  ),
  fc.string(),
);
const goodUrl = fc.webUrl({ validSchemes: ["https"] });
const url = fc.oneof({ weight: 6, arbitrary: goodUrl }, { weight: 1, arbitrary: badUrl });
const people = fc.constantFrom("storefront", "backoffice", "courier");
const clientName = fc.oneof(
  { weight: 8, arbitrary: people },
  { weight: 1, arbitrary: fc.constantFrom("fulfilment", "nobody", "constructor") },
);
const providerName = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("Other", "Third", "Fourth") },
  { weight: 1, arbitrary: fc.constantFrom("COGNITO", "acme", "x", "Google") },
  { weight: 1, arbitrary: fc.string({ maxLength: 34 }) },
);

const changes: fc.Arbitrary<Changes> = fc
  .record({
    callbacks: fc.array(
      fc.record({
        client: clientName,
        list: fc.constantFrom("callbackUrls", "logoutUrls"),
        urls: fc.uniqueArray(url, { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
    providers: fc.array(
      fc.record({
        name: providerName,
        from: fc.constantFrom("copy:Acme", "copy:Acme", "copy:Partner"),
        clients: fc.uniqueArray(clientName, { minLength: 1, maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
    allowLocalhost: fc.boolean(),
    grant: fc.constantFrom(undefined, undefined, undefined, undefined, "implicit", "code"),
  })
  .map(({ callbacks, providers, allowLocalhost, grant }) => ({
    allowLocalhost,
    ...Object.fromEntries(
      callbacks.map(({ client, list, urls }) => [`clients.${client.replaceAll(".", "")}.${list}`, urls]),
    ),
    ...Object.fromEntries(
      providers.flatMap(({ name, from, clients }) => {
        const path = `identityProviders.${name.replaceAll(".", "")}`;
        return [
          [path, from],
          [`${path}.clients`, clients],
          [`${path}.domains`, []],
        ];
      }),
    ),
    ...(grant && { "clients.storefront.allowedOauthFlows": [grant] }),
  }));

const parsed = (stack: "dev" | "prod", wanted: Changes): Settings | undefined => {
  try {
    return parseSettings(catalogue, stack, changedTexts(stack, wanted), () => true);
  } catch (error) {
    assert.match((error as Error).message, /cannot be used/, "only faults are thrown");
    return undefined;
  }
};

describe("whatever settings pass,", () => {
  const declared = new Set<string>([...scopes, "openid", "email", "phone", "profile"]);
  let passed = 0;

  it("no app client gets an implicit grant, a wildcard callback, an undeclared scope or a provider that does not exist", () => {
    fc.assert(
      fc.property(fc.constantFrom("dev" as const, "prod" as const, "prod" as const), changes, (stack, wanted) => {
        const settings = parsed(stack, wanted);
        if (!settings) return;
        passed += 1;
        for (const [name, declaration] of Object.entries<AppClient<string>>(catalogue.clients)) {
          const plan = planAppClient(name, declaration, settings);
          const { client } = plan;
          assert.ok(!client.allowedOauthFlows.includes("implicit"));
          for (const scope of [...plan.customScopes, ...plan.standardScopes]) assert.ok(declared.has(scope), scope);
          for (const callback of [...(client.callbackUrls ?? []), ...(client.logoutUrls ?? [])]) {
            assert.doesNotMatch(callback, /[*#\\\s]|^javascript|^data/);
            const local = /^http:/.test(callback);
            if (local) assert.ok(settings.allowLocalhost && new URL(callback).hostname === "localhost", callback);
          }
          for (const provider of plan.identityProviders) assert.ok(provider in settings.identityProviders, provider);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("and enough of those tried pass for that to mean something", () => assert.ok(passed > 40, `${passed} passed`));
});
