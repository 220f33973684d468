import assert from "node:assert/strict";
import { parseIdentitySource, readIdentities, readIdentity } from "../../../../local/gateway/identity-source";
import { requestOf } from "../../../support/gateway/request";

const request = requestOf({
  headers: [
    ["X-Token", "t"],
    ["x-empty", ""],
  ],
  query: "tenant=a%20b&none=",
  context: { routeKey: "GET /a", "identity.sourceIp": "127.0.0.1" },
  stage: { name: "v1", variables: { colour: "blue" } },
});

describe("an identity source", () => {
  for (const { expression, value } of [
    { expression: "method.request.header.x-token", value: "t" },
    { expression: "$request.header.X-TOKEN", value: "t" },
    { expression: "method.request.header.x-empty", value: undefined },
    { expression: "method.request.header.absent", value: undefined },
    { expression: "method.request.querystring.tenant", value: "a b" },
    { expression: "$request.querystring.none", value: undefined },
    { expression: "$context.routeKey", value: "GET /a" },
    { expression: "context.identity.sourceIp", value: "127.0.0.1" },
    { expression: " stageVariables.colour", value: "blue" },
    { expression: "$stageVariables.colour", value: "blue" },
  ])
    it(`${expression.trim()} gives ${value ?? "nothing"}`, () =>
      assert.equal(readIdentity(parseIdentitySource(expression, "tenant"), request), value));

  it("of another form is refused by name", () =>
    assert.throws(
      () => parseIdentitySource("header.X", "tenant"),
      /Authorizer "tenant" has the identity source "header\.X"/,
    ));

  it("is missing for all when one of several is", () => {
    const sources = ["$request.header.x-token", "$request.header.x-empty"].map((text) =>
      parseIdentitySource(text, "a"),
    );
    assert.equal(readIdentities(sources, request), undefined);
    assert.deepEqual(readIdentities(sources.slice(0, 1), request), ["t"]);
  });
});
