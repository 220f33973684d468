import assert from "node:assert/strict";
import { planAuthorizeQuery } from "../../../../../local/identity/oauth/authorize-query";
import { readPool } from "../../../../../local/identity/pool/read-pool";
import { poolStack } from "../../../../support/identity/stack";

describe("a request to /oauth2/authorize", () => {
  const client = readPool(poolStack()).clients.get("browser")!;

  for (const { why, query, of, planned } of [
    {
      why: "keeps what Cognito reads",
      query: { state: "s", scope: "openid" },
      planned: { state: "s", scope: "openid" },
    },
    {
      why: "loses what Cognito ignores",
      query: { scope: "openid", response_mode: "fragment" },
      planned: { scope: "openid" },
    },
    {
      why: "asks for all of the client's scopes where it names none",
      query: {},
      planned: { scope: "openid email orders/read orders/write" },
    },
    {
      why: "gets no scopes of a client that is not known",
      query: { state: "s" },
      of: "nobody",
      planned: { state: "s" },
    },
    {
      why: "shows the sign-in page to choose another account",
      query: { scope: "openid", prompt: "select_account" },
      planned: { scope: "openid", prompt: "login" },
    },
    {
      why: "asks nobody when it must not",
      query: { scope: "openid", prompt: "none" },
      planned: { scope: "openid", prompt: "none" },
    },
    {
      why: "asks for no consent, which Cognito leaves to other providers",
      query: { scope: "openid", prompt: "consent" },
      planned: { scope: "openid" },
    },
    {
      why: "keeps a doubled parameter, to be refused",
      query: { scope: "openid", state: ["one", "two"], prompt: ["login", "none"] },
      planned: { scope: "openid", state: ["one", "two"] },
    },
  ]) {
    it(why, () => assert.deepEqual(planAuthorizeQuery(query, of ? undefined : client), planned));
  }
});
