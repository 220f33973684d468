import assert from "node:assert/strict";
import { exceptedMethodHasItsPath } from "../../../../policy/controls/excepted-method-has-its-path";
import { exceptionsAreInUse } from "../../../../policy/controls/exceptions-are-in-use";
import { httpRouteHasAuthorizer } from "../../../../policy/controls/http-route-has-authorizer";
import { openapiOperationHasAuthorizer } from "../../../../policy/controls/openapi-operation-has-authorizer";
import { restMethodHasAuthorizer } from "../../../../policy/controls/rest-method-has-authorizer";
import { unknownValue } from "../../../../policy/reading";
import { httpApi, httpRoute, restApi, restMethod, restResource } from "../../../../policy/resource-types";
import { stackOf, urnOf } from "../../../support/policy/resources";

const health = { route: "GET /health", resource: "rest-get-health", reason: "Load balancers probe it" };
const today = "2030-01-31";

const api = { type: restApi, name: "rest", props: {} };
const path = {
  type: restResource,
  name: "rest-health",
  props: { pathPart: "health", parentId: unknownValue },
  refs: { parentId: ["rest"] },
};
const method = {
  type: restMethod,
  name: "rest-get-health",
  props: { httpMethod: "GET", authorization: "NONE", resourceId: unknownValue },
  refs: { resourceId: ["rest-health"] },
};
const protectedMethod = { ...method, props: { ...method.props, authorization: "CUSTOM" } };

describe("excepted-method-has-its-path", () => {
  for (const { why, exception, declared, message } of [
    { why: "passes a method at the path of its exception", exception: health, declared: [api, path, method] },
    {
      why: "flags a method that moved away under the excused name",
      exception: { ...health, route: "GET /orders" },
      declared: [api, path, method],
      message: /"GET \/orders" opens this method, but it lies at another path/,
    },
    {
      why: "flags a method whose path nothing shows",
      exception: health,
      declared: [api, path, { ...method, refs: {} }],
      message: /its path cannot be followed/,
    },
    {
      why: "passes a protected method, which no exception opens",
      exception: { ...health, route: "GET /orders" },
      declared: [api, path, protectedMethod],
    },
    {
      why: "leaves an exception that has ended to the control that it no longer excuses",
      exception: { ...health, route: "GET /orders", expires: "2030-01-30" },
      declared: [api, path, method],
    },
  ])
    it(why, () => {
      const excused = [{ control: restMethodHasAuthorizer, settings: { exceptions: [exception] } }];
      const findings = exceptedMethodHasItsPath.checkStack!(stackOf(declared), { settings: {}, excused, today });
      assert.equal(findings.length, message === undefined ? 0 : 1);
      if (message === undefined) return;
      assert.match(findings[0]!.message, message);
      assert.equal(findings[0]!.urn, urnOf(method));
    });
});

describe("exceptions-are-in-use", () => {
  const httpHealth = {
    type: httpRoute,
    name: "http-get-health",
    props: { routeKey: "GET /health", authorizationType: "NONE" },
  };
  const fallback = {
    type: httpRoute,
    name: "http-fallback",
    props: { routeKey: "$default" },
    refs: { apiId: ["http"] },
  };
  const forHttp = { route: "GET /health", reason: "Load balancers probe it" };
  const http = { type: httpApi, name: "http", props: { protocolType: "HTTP" } };
  const definition = { openapi: "3.0.1", paths: { "/health": { get: {} }, "/orders": { get: {} } } };
  const defined = { type: restApi, name: "rest", props: { body: JSON.stringify(definition) } };

  for (const { why, control, exception, declared, message } of [
    {
      why: "passes one that opens a method",
      control: restMethodHasAuthorizer,
      exception: health,
      declared: [api, path, method],
    },
    {
      why: "passes one that opens a route",
      control: httpRouteHasAuthorizer,
      exception: forHttp,
      declared: [httpHealth],
    },
    {
      why: "reports one whose route is gone",
      control: httpRouteHasAuthorizer,
      exception: forHttp,
      declared: [http],
      message: /"GET \/health" in http-route-has-authorizer opens no route/,
    },
    {
      why: "passes one in a stack without any API, which the pack's own list cannot know of",
      control: httpRouteHasAuthorizer,
      exception: forHttp,
      declared: [],
    },
    {
      why: "reports one that has ended even in a stack without any API",
      control: httpRouteHasAuthorizer,
      exception: { ...forHttp, expires: "2030-01-30" },
      declared: [],
      message: /ended on 2030-01-30/,
    },
    {
      why: "passes one that opens an operation of an OpenAPI definition",
      control: openapiOperationHasAuthorizer,
      exception: forHttp,
      declared: [defined],
    },
    {
      why: "reports one for an operation that the definition does not have",
      control: openapiOperationHasAuthorizer,
      exception: { ...forHttp, route: "POST /health" },
      declared: [defined],
      message: /opens no route/,
    },
    {
      why: "reports one whose method got an authorizer",
      control: restMethodHasAuthorizer,
      exception: health,
      declared: [api, path, protectedMethod],
      message: /opens no route/,
    },
    {
      why: "reports one that has ended",
      control: restMethodHasAuthorizer,
      exception: { ...health, expires: "2030-01-30" },
      declared: [api, path, method],
      message: /ended on 2030-01-30/,
    },
    {
      why: "passes one on its last day",
      control: restMethodHasAuthorizer,
      exception: { ...health, expires: today },
      declared: [api, path, method],
    },
    {
      why: "reports a wide one, although it is in use",
      control: httpRouteHasAuthorizer,
      exception: { ...forHttp, route: "$default" },
      declared: [http, fallback],
      message: /is wide/,
    },
    {
      why: "reports one for every verb as wide",
      control: httpRouteHasAuthorizer,
      exception: { ...forHttp, route: "ANY /health" },
      declared: [{ ...httpHealth, props: { routeKey: "ANY /health" } }],
      message: /is wide/,
    },
    {
      why: "reports one for all that lies below a path as wide",
      control: httpRouteHasAuthorizer,
      exception: { ...forHttp, route: "GET /files/{path+}" },
      declared: [{ ...httpHealth, props: { routeKey: "GET /files/{path+}" } }],
      message: /is wide/,
    },
  ])
    it(why, () => {
      const excused = [{ control, settings: { exceptions: [exception] } }];
      const findings = exceptionsAreInUse.checkStack!(stackOf(declared), { settings: {}, excused, today });
      assert.equal(findings.length, message === undefined ? 0 : 1, JSON.stringify(findings));
      if (message !== undefined) assert.match(findings[0]!.message, message);
    });
});
