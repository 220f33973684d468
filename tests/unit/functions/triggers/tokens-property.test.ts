import assert from "node:assert/strict";
import * as fc from "fast-check";
import { customize } from "../../../../functions/triggers/pre-token-generation/customize";
import { clients } from "../../../../infra/catalogue/clients";
import { groups } from "../../../../infra/catalogue/groups";
import { preTokens } from "./events";

describe("tokens, whatever users, providers and clients send", () => {
  const name = fc.oneof(fc.constantFrom(...Object.keys(groups), "constructor", "__proto__"), fc.string());
  const request = fc.record({
    client: fc.oneof(fc.constantFrom(...Object.keys(clients), "__proto__"), fc.string()),
    pool: fc.array(name),
    provided: fc.oneof(
      fc.string(),
      fc.array(name).map((names) => JSON.stringify(names)),
      fc.array(name).map((names) => `[${names.join(", ")}]`),
    ),
    identities: fc.constantFrom("", "[{}]"),
    clientMetadata: fc.dictionary(fc.string(), fc.string()),
    scopes: fc.subarray(["openid", "orders/read", "orders/write"]),
  });

  it("hold only declared groups, and no scope that the client may not ask for", () =>
    fc.assert(
      fc.asyncProperty(request, async ({ client, pool, provided, identities, clientMetadata, scopes }) => {
        const event = preTokens("TokenGeneration_HostedAuth", {
          userAttributes: { identities, "custom:groups": provided },
          groupConfiguration: { groupsToOverride: pool },
          clientMetadata,
          scopes,
        });
        const details = await customize(event, { catalogue: { clients, groups }, clientName: async () => client });
        const added = details.accessTokenGeneration?.scopesToAdd ?? [];
        const allowed: readonly string[] = Object.hasOwn(clients, client)
          ? clients[client as keyof typeof clients].scopes
          : [];
        for (const scope of added) assert.ok(allowed.includes(scope) && !scopes.includes(scope), scope);
        for (const group of details.groupOverrideDetails?.groupsToOverride ?? [])
          assert.ok(Object.hasOwn(groups, group) && (pool.includes(group) || identities !== ""), group);
        assert.deepEqual(details.accessTokenGeneration?.claimsToAddOrOverride, {});
      }),
      { numRuns: 200 },
    ));
});
