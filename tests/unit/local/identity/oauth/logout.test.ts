import assert from "node:assert/strict";
import { planLogout } from "../../../../../local/identity/oauth/logout";
import { readPool } from "../../../../../local/identity/pool/read-pool";
import { callback, poolStack, signedOut } from "../../../../support/identity/stack";

describe("a sign-out", () => {
  const pool = readPool(poolStack());
  const client_id = "browser";

  for (const { why, query, outcome } of [
    { why: "goes on at the client's sign-out URL", query: { client_id, logout_uri: signedOut }, outcome: signedOut },
    {
      why: "goes on at the sign-in page with the parameters of the next sign-in",
      query: { client_id, redirect_uri: callback, response_type: "code" },
      outcome: `/login?client_id=browser&redirect_uri=${encodeURIComponent(callback)}&response_type=code`,
    },
    {
      why: "goes to no other place",
      query: { client_id, logout_uri: "https://evil.test/" },
      outcome: "redirect_mismatch",
    },
    {
      why: "goes to no sign-in for another place either",
      query: { client_id, redirect_uri: "https://evil.test/" },
      outcome: "redirect_mismatch",
    },
    { why: "needs somewhere to go", query: { client_id }, outcome: "invalid_request" },
    { why: "needs a client", query: { logout_uri: signedOut }, outcome: "invalid_request" },
    {
      why: "needs a client of this pool",
      query: { client_id: "other", logout_uri: signedOut },
      outcome: "invalid_client",
    },
  ]) {
    it(why, () => {
      const plan = planLogout(pool, query);
      assert.equal(plan.kind === "redirect" ? plan.to : plan.refusal.error, outcome);
    });
  }

  it("says which URLs are the client's", () => {
    const plan = planLogout(pool, { client_id, logout_uri: "https://evil.test/" });
    assert.ok(plan.kind === "refused");
    assert.equal(
      plan.refusal.detail,
      "logout_uri is https://evil.test/, which is no sign-out URL of app client browser. " +
        `Send one of its own (${signedOut}), or add this one to its logoutUrls.`,
    );
  });
});
