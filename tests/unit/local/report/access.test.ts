import assert from "node:assert/strict";
import fc from "fast-check";
import { secret, unknown } from "../../../../local/engine/values";
import { accessChanges } from "../../../../local/report/access-changes";
import { type Declared, declared, waysIn } from "../../../../local/report/ways-in";

const method = (name: string, inputs: Declared["inputs"], sources?: Declared["sources"]): Declared => ({
  type: "aws:apigateway/method:Method",
  name,
  inputs: { httpMethod: "GET", ...inputs },
  ...(sources && { sources }),
});
const route = (routeKey: string, inputs: Declared["inputs"] = {}, name = "r"): Declared => ({
  type: "aws:apigatewayv2/route:Route",
  name,
  inputs: { routeKey, ...inputs },
});

describe("a way in", () => {
  for (const { why, resource, label, access } of [
    { why: "is open without authorization", resource: route("GET /a"), label: "GET /a", access: "anyone" },
    {
      why: "is open with NONE",
      resource: route("GET /a", { authorizationType: "NONE" }),
      label: "GET /a",
      access: "anyone",
    },
    {
      why: "demands what it says",
      resource: route("GET /a", { authorizationType: "AWS_IAM" }),
      label: "GET /a",
      access: "AWS_IAM",
    },
    {
      why: "names the authorizer from which its id comes",
      resource: method("m", { authorization: "CUSTOM", authorizerId: unknown }, { authorizerId: ["tenant"] }),
      label: "GET (m)",
      access: "CUSTOM by tenant",
    },
    {
      why: "names the authorizer that a golden file names",
      resource: method("m", { authorization: "CUSTOM", authorizerId: "<computed by tenant>" }),
      label: "GET (m)",
      access: "CUSTOM by tenant",
    },
    {
      why: "names no authorizer that is not known",
      resource: method("m", { authorization: "CUSTOM", authorizerId: "<computed>" }),
      label: "GET (m)",
      access: "CUSTOM",
    },
    {
      why: "names scopes in a stable order",
      resource: route("GET /a", { authorizationType: "JWT", authorizationScopes: ["b/w", "a/r"] }),
      label: "GET /a",
      access: "JWT with a/r or b/w",
    },
    {
      why: "is not known yet where authorization is not",
      resource: route("GET /a", { authorizationType: unknown }),
      label: "GET /a",
      access: "<computed>",
    },
    {
      why: "is never told where it is secret",
      resource: route("GET /a", { authorizationType: secret("JWT") }),
      label: "GET /a",
      access: "[secret]",
    },
    {
      why: "a REST API's key meters callers and keeps nobody out, and is told",
      resource: method("m", { authorization: "NONE", apiKeyRequired: true }),
      label: "GET (m)",
      access: "anyone with an API key",
    },
    {
      why: "a default route is named by its resource",
      resource: route("$default"),
      label: "$default (r)",
      access: "anyone",
    },
    {
      why: "quick create opens a route that no resource shows",
      resource: { type: "aws:apigatewayv2/api:Api", name: "a", inputs: { target: unknown } },
      label: "$default (a)",
      access: "anyone",
    },
    {
      why: "a body says more than can be told here",
      resource: { type: "aws:apigateway/restApi:RestApi", name: "a", inputs: { body: "{}" } },
      label: "OpenAPI body (a)",
      access: "as the body says (c89a148b)",
    },
    {
      why: "a function URL is one",
      resource: { type: "aws:lambda/functionUrl:FunctionUrl", name: "f", inputs: { authorizationType: "NONE" } },
      label: "function URL (f)",
      access: "anyone",
    },
    {
      why: "of the other AWS provider is one as well",
      resource: {
        type: "aws-native:apigateway:Method",
        name: "m",
        inputs: { httpMethod: "GET", authorizationType: "NONE" },
      },
      label: "GET (m)",
      access: "anyone",
    },
  ])
    it(why, () => {
      const [found] = waysIn([resource as Declared]);
      assert.deepEqual([found?.label, found?.access], [label, access]);
    });

  it("is open even where a key is asked for, or where NONE is a secret", () => {
    const resources = [
      method("m", { authorization: "NONE", apiKeyRequired: true }),
      route("GET /a", { authorizationType: secret("NONE") }),
    ];
    assert.deepEqual(
      waysIn(resources).map(({ isOpen }) => isOpen),
      [true, true],
    );
  });

  it("with another body is told apart, and the body is not told", () => {
    const withBody = (body: string) =>
      waysIn([{ type: "aws:apigatewayv2/api:Api", name: "a", inputs: { body: secret(body) } }])[0]!.access;
    assert.notEqual(withBody("hunter2"), withBody("hunter3"));
    assert.doesNotMatch(withBody("hunter2"), /hunter/);
  });

  it("is none where an API has neither body nor target, and where a resource is something else", () =>
    assert.deepEqual(
      waysIn([
        { type: "aws:apigatewayv2/api:Api", name: "a", inputs: {} },
        { type: "aws:s3/bucket:Bucket", name: "b", inputs: { authorizationType: "NONE" } },
      ]),
      [],
    ));

  it("takes its authorizer's name from the property's dependencies", () => {
    const urn = "urn:pulumi:dev::shop::aws:apigatewayv2/route:Route::r";
    const authorizer = "urn:pulumi:dev::shop::aws:apigatewayv2/authorizer:Authorizer::user";
    const resource = declared({
      urn,
      type: "aws:apigatewayv2/route:Route",
      name: "r",
      custom: true,
      inputs: {},
      outputs: {},
      dependencies: [authorizer],
      propertyDependencies: { authorizerId: [authorizer] },
    });
    assert.deepEqual(resource.sources, { authorizerId: ["user"] });
  });
});

describe("access", () => {
  const open = route("GET /a");
  const jwt = route("GET /a", { authorizationType: "JWT", authorizerId: "<computed by user>" });
  const custom = route("GET /a", { authorizationType: "JWT", authorizerId: "<computed by other>" });
  const preflight = route("OPTIONS /a");
  for (const { why, before, after, changes } of [
    { why: "stays as it is", before: [jwt], after: [jwt], changes: [] },
    {
      why: "opens when authorization goes",
      before: [jwt],
      after: [open],
      changes: [["opens", "GET /a", "JWT by user", "anyone"]],
    },
    {
      why: "closes when authorization comes",
      before: [open],
      after: [jwt],
      changes: [["closes", "GET /a", "anyone", "JWT by user"]],
    },
    {
      why: "opens with a new open route",
      before: [],
      after: [open],
      changes: [["opens", "GET /a", undefined, "anyone"]],
    },
    {
      why: "closes when an open route goes",
      before: [open],
      after: [],
      changes: [["closes", "GET /a", "anyone", undefined]],
    },
    {
      why: "is new with a new route that is guarded",
      before: [],
      after: [jwt],
      changes: [["new", "GET /a", undefined, "JWT by user"]],
    },
    {
      why: "is gone with a guarded route",
      before: [jwt],
      after: [],
      changes: [["gone", "GET /a", "JWT by user", undefined]],
    },
    {
      why: "changes with the authorizer, of whatever type",
      before: [jwt],
      after: [custom],
      changes: [["changes", "GET /a", "JWT by user", "JWT by other"]],
    },
    {
      why: "does not open with a browser's preflight",
      before: [],
      after: [preflight],
      changes: [["new", "OPTIONS /a", undefined, "anyone"]],
    },
    {
      why: "changes when a resource becomes another route",
      before: [jwt],
      after: [{ ...jwt, inputs: { ...jwt.inputs, routeKey: "GET /b" } }],
      changes: [["changes", "GET /a → GET /b", "JWT by user", "JWT by user"]],
    },
  ])
    it(why, () =>
      assert.deepEqual(
        accessChanges(waysIn(before), waysIn(after)).map((change) => [
          change.kind,
          change.label,
          change.before,
          change.after,
        ]),
        changes,
      ),
    );

  const anyWay = fc.record({
    name: fc.constantFrom("a", "b", "c"),
    type: fc.constantFrom("NONE", "JWT", "CUSTOM"),
  });
  const anyStack = fc
    .uniqueArray(anyWay, { selector: ({ name }) => name })
    .map((ways) => waysIn(ways.map(({ name, type }) => route(`GET /${name}`, { authorizationType: type }, name))));

  it("never opens a route without saying so, the gravest first", () =>
    fc.assert(
      fc.property(anyStack, anyStack, (before, after) => {
        const wasOpen = new Set(before.filter(({ isOpen }) => isOpen).map(({ label }) => label));
        const opened = after.filter(({ isOpen, label }) => isOpen && !wasOpen.has(label)).map(({ label }) => label);
        const changes = accessChanges(before, after);
        assert.deepEqual(
          changes.slice(0, opened.length).map(({ kind, label }) => [kind, label]),
          opened.map((label) => ["opens", label]),
        );
        assert.ok(changes.slice(opened.length).every(({ kind }) => kind !== "opens"));
      }),
    ));

  it("undone is what it was", () =>
    fc.assert(
      fc.property(anyStack, anyStack, (before, after) =>
        assert.equal(accessChanges(before, after).length, accessChanges(after, before).length),
      ),
    ));
});
