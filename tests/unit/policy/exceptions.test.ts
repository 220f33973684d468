import assert from "node:assert/strict";
import { httpRouteHasAuthorizer } from "../../../policy/controls/http-route-has-authorizer";
import { openapiOperationHasAuthorizer } from "../../../policy/controls/openapi-operation-has-authorizer";
import { restMethodHasAuthorizer } from "../../../policy/controls/rest-method-has-authorizer";
import { unexcused } from "../../../policy/exceptions";
import { unknownValue } from "../../../policy/reading";
import { httpRoute, restApi, restMethod } from "../../../policy/resource-types";
import { resourceOf } from "../../support/policy/resources";

const reason = "Load balancers probe it";
const open = resourceOf(httpRoute, { routeKey: "GET /health" }, "http-get-health");
const method = resourceOf(restMethod, { httpMethod: "GET" }, "rest-get-health");

describe("an exception", () => {
  for (const { why, control, resource, exception, excused } of [
    {
      why: "excuses its route",
      control: httpRouteHasAuthorizer,
      resource: open,
      exception: { route: "GET /health", reason },
      excused: true,
    },
    {
      why: "excuses no other path",
      control: httpRouteHasAuthorizer,
      resource: open,
      exception: { route: "GET /", reason },
      excused: false,
    },
    {
      why: "excuses no path below",
      control: httpRouteHasAuthorizer,
      resource: resourceOf(httpRoute, { routeKey: "GET /health/x" }),
      exception: { route: "GET /health", reason },
      excused: false,
    },
    {
      why: "excuses no other verb",
      control: httpRouteHasAuthorizer,
      resource: open,
      exception: { route: "POST /health", reason },
      excused: false,
    },
    {
      why: "excuses no route of unknown key",
      control: httpRouteHasAuthorizer,
      resource: resourceOf(httpRoute, { routeKey: unknownValue }),
      exception: { route: "GET /health", reason },
      excused: false,
    },
    {
      why: "narrowed to a resource excuses it",
      control: httpRouteHasAuthorizer,
      resource: open,
      exception: { route: "GET /health", resource: "http-get-health", reason },
      excused: true,
    },
    {
      why: "narrowed to a resource excuses no other",
      control: httpRouteHasAuthorizer,
      resource: open,
      exception: { route: "GET /health", resource: "other", reason },
      excused: false,
    },
    {
      why: "excuses the method that it names",
      control: restMethodHasAuthorizer,
      resource: method,
      exception: { route: "GET /health", resource: "rest-get-health", reason },
      excused: true,
    },
    {
      why: "excuses no method of another name",
      control: restMethodHasAuthorizer,
      resource: method,
      exception: { route: "GET /health", resource: "rest-get-orders", reason },
      excused: false,
    },
    {
      why: "excuses no other verb of the method that it names",
      control: restMethodHasAuthorizer,
      resource: method,
      exception: { route: "POST /health", resource: "rest-get-health", reason },
      excused: false,
    },
    {
      why: "without a name excuses no method: it shows no path",
      control: restMethodHasAuthorizer,
      resource: method,
      exception: { route: "GET /health", reason },
      excused: false,
    },
    {
      why: "excuses on its last day",
      control: httpRouteHasAuthorizer,
      resource: open,
      exception: { route: "GET /health", reason, expires: "2030-01-31" },
      excused: true,
    },
    {
      why: "excuses no longer after it",
      control: httpRouteHasAuthorizer,
      resource: open,
      exception: { route: "GET /health", reason, expires: "2030-01-30" },
      excused: false,
    },
  ])
    it(why, () => {
      const left = unexcused(["open."], control, resource, { exceptions: [exception] }, "2030-01-31");
      assert.equal(left.length, excused ? 0 : 1);
    });

  describe("for an operation of an OpenAPI definition", () => {
    const definition = { openapi: "3.0.1", paths: { "/health": { get: {} }, "/orders": { get: {}, post: {} } } };
    const api = resourceOf(restApi, { body: JSON.stringify(definition) }, "rest");
    const control = openapiOperationHasAuthorizer;
    const findings = control.checkResource!(api, {});
    const left = (exception: object) =>
      unexcused(findings, control, api, { exceptions: [{ reason, ...exception }] } as never, "2030-01-31");

    it("excuses that one operation of the three that are open", () => {
      assert.equal(findings.length, 3);
      assert.deepEqual(
        left({ route: "GET /health" }),
        findings.filter((finding) => !finding.includes("GET /health")),
      );
    });

    for (const { why, exception } of [
      { why: "excuses nothing at another path", exception: { route: "GET /" } },
      { why: "excuses nothing of another API", exception: { route: "GET /health", resource: "other" } },
    ])
      it(why, () => assert.deepEqual(left(exception), findings));

    it("that has ended is named in its finding only", () => {
      const noted = left({ route: "POST /orders", expires: "2030-01-30" }).filter((finding) =>
        / ended on /.test(finding),
      );
      assert.equal(noted.length, 1);
      assert.match(noted[0]!, /"POST \/orders" can be called by anyone.* ended on 2030-01-30\.$/);
    });
  });

  it("that has ended is named in the finding", () => {
    const settings = { exceptions: [{ route: "GET /health", reason, expires: "2029-12-31" }] };
    assert.deepEqual(unexcused(["Open."], httpRouteHasAuthorizer, open, settings, "2030-01-31"), [
      'Open. Its exception for "GET /health" ended on 2029-12-31.',
    ]);
  });
});
