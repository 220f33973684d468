import assert from "node:assert/strict";
import { callerOf } from "../../../functions/shared/caller";

const access = { sub: "u-1", client_id: "c-1", scope: "openid orders/read", token_use: "access" };
const id = { sub: "u-1", aud: "c-1", email: "ada@example.com", token_use: "id" };
const context = { subject: "u-1", clientId: "c-1", scope: "openid orders/read" };
const withAccess = { subject: "u-1", clientId: "c-1", scopes: ["openid", "orders/read"] };
const withId = { subject: "u-1", clientId: "c-1", scopes: [], email: "ada@example.com" };

describe("the caller", () => {
  for (const { why, authorizer, caller } of [
    { why: "of a REST API behind a user pool, by access token", authorizer: { claims: access }, caller: withAccess },
    { why: "of a REST API behind a user pool, by ID token", authorizer: { claims: id }, caller: withId },
    { why: "of a REST API behind a function", authorizer: { ...context, principalId: "u-1" }, caller: withAccess },
    {
      why: "of an HTTP API behind a JWT authorizer, by access token",
      authorizer: { jwt: { claims: access, scopes: null } },
      caller: withAccess,
    },
    {
      why: "of an HTTP API behind a JWT authorizer, by ID token",
      authorizer: { jwt: { claims: id, scopes: null } },
      caller: withId,
    },
    { why: "of an HTTP API behind a function", authorizer: { lambda: context }, caller: withAccess },
    { why: "of a public route is nobody", authorizer: undefined, caller: undefined },
    { why: "without a subject is nobody", authorizer: { claims: { email: "ada@example.com" } }, caller: undefined },
    { why: "of a function that named nobody is nobody", authorizer: { principalId: "x" }, caller: undefined },
  ])
    it(why, () => assert.deepEqual(callerOf({ requestContext: { authorizer } } as never), caller));
});
