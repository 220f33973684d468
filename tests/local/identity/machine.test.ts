import assert from "node:assert/strict";
import type { Identity } from "../../../local/identity/contract";
import { postForm } from "../../support/identity/browser";
import { poolWithAda, verify } from "../../support/identity/pool";
import { clientSecret } from "../../support/identity/stack";

describe("client credentials on localhost", () => {
  let identity: Identity;
  before(async () => {
    identity = await poolWithAda();
  });
  after(() => identity.close());

  const grant_type = "client_credentials";
  const body = { client_id: "machine", client_secret: clientSecret };
  const basic = (id: string, secret: string) => ({ authorization: `Basic ${btoa(`${id}:${secret}`)}` });
  const all = "orders/read orders/write";

  for (const { why, fields = {}, headers = {}, scope, error } of [
    {
      why: "a secret in the Authorization header gets all custom scopes",
      headers: basic("machine", clientSecret),
      scope: all,
    },
    { why: "a secret in the body does too", fields: body, scope: all },
    { why: "a scope that is asked for comes alone", fields: { ...body, scope: "orders/read" }, scope: "orders/read" },
    { why: "a wrong secret", headers: basic("machine", "wrong"), error: "invalid_client" },
    { why: "an unknown client", headers: basic("nobody", clientSecret), error: "invalid_client" },
    { why: "no client at all", error: "invalid_request" },
    { why: "a scope that the client lacks", fields: { ...body, scope: "orders/delete" }, error: "invalid_scope" },
    { why: "a scope that does not exist", fields: { ...body, scope: "orders/none" }, error: "invalid_scope" },
    { why: "a scope of people", fields: { ...body, scope: "openid" }, error: "invalid_scope" },
    {
      why: "a client without the grant",
      fields: { client_id: "server", client_secret: clientSecret },
      error: "unauthorized_client",
    },
    {
      why: "another grant than the client has",
      fields: { ...body, grant_type: "authorization_code" },
      error: "unauthorized_client",
    },
    {
      why: "a grant that does not exist",
      fields: { ...body, grant_type: "password" },
      error: "unsupported_grant_type",
    },
  ] as {
    why: string;
    fields?: Record<string, string>;
    headers?: Record<string, string>;
    scope?: string;
    error?: string;
  }[]) {
    it(error ? `${why} is ${error}` : why, async () => {
      const answer = await postForm(`${identity.url}/oauth2/token`, { grant_type, ...fields }, headers);
      if (error) return assert.deepEqual(answer, { status: 400, body: { error } });
      assert.equal(answer.status, 200);
      assert.deepEqual(Object.keys(answer.body), ["access_token", "expires_in", "token_type"]);
      const token = await verify(identity, String(answer.body.access_token), "machine", "access");
      const { sub, scope: given, version } = token;
      assert.deepEqual({ sub, given, version }, { sub: "machine", given: scope, version: 2 });
    });
  }
});
