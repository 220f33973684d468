import assert from "node:assert/strict";
import { decideMachineScopes, decideUserScopes } from "../../../../../local/identity/oauth/scopes";
import { readPool } from "../../../../../local/identity/pool/read-pool";
import { poolStack } from "../../../../support/identity/stack";

describe("scopes", () => {
  const client = {
    ...readPool(poolStack()).clients.get("browser")!,
    scopes: ["openid", "email", "orders/read", "orders/write"],
  };
  const granted = (...scopes: string[]) => ({ kind: "granted", scopes });
  const refused = (...scopes: string[]) => ({ kind: "refused", scopes });

  for (const { why, decide, requested, decision } of [
    {
      why: "a sign-in that asks for none gets all of the client's",
      decide: decideUserScopes,
      requested: [],
      decision: granted(...client.scopes),
    },
    {
      why: "a sign-in gets no more than it asks for",
      decide: decideUserScopes,
      requested: ["openid", "orders/read"],
      decision: granted("openid", "orders/read"),
    },
    {
      why: "a scope that the client lacks is refused",
      decide: decideUserScopes,
      requested: ["openid", "phone", "orders/delete"],
      decision: refused("phone", "orders/delete"),
    },
    { why: "email needs openid", decide: decideUserScopes, requested: ["email"], decision: refused("email") },
    {
      why: "a machine that asks for none gets the custom ones",
      decide: decideMachineScopes,
      requested: [],
      decision: granted("orders/read", "orders/write"),
    },
    {
      why: "a machine gets no scope of people, though the client has it",
      decide: decideMachineScopes,
      requested: ["orders/read", "openid"],
      decision: refused("openid"),
    },
  ]) {
    it(why, () => assert.deepEqual(decide(requested, client), decision));
  }
});
