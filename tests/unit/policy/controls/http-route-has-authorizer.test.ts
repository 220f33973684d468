import assert from "node:assert/strict";
import { httpRouteHasAuthorizer } from "../../../../policy/controls/http-route-has-authorizer";
import { type Properties, type PropertyValue, unknownValue } from "../../../../policy/reading";
import { httpApi, httpRoute } from "../../../../policy/resource-types";
import { itAgreesWithOtherRuleSets, itJudges } from "../../../support/policy/control-cases";
import { stackOf, urnOf } from "../../../support/policy/resources";

describe("http-route-has-authorizer", () => {
  itJudges(httpRouteHasAuthorizer, [
    { why: "flags NONE", properties: route("GET /orders", "NONE"), finding: /authorizationType is NONE/ },
    {
      why: "flags absence",
      properties: { routeKey: "GET /orders" },
      finding: /authorizationType is absent, which means/,
    },
    {
      why: "flags the unknown, which could become NONE",
      properties: route("GET /x", unknownValue),
      finding: /not known/,
    },
    {
      why: "flags an authorizer id without a type: AWS's default stays NONE",
      properties: { routeKey: "GET /orders", authorizerId: unknownValue },
      finding: /authorizationType is absent/,
    },
    {
      why: "flags an API key, which HTTP APIs ignore",
      properties: { ...route("GET /orders", "NONE"), apiKeyRequired: true },
      finding: /authorizationType is NONE/,
    },
    { why: "passes JWT", properties: route("GET /orders", "JWT") },
    { why: "passes a Lambda authorizer", properties: route("ANY /orders", "CUSTOM") },
    { why: "passes IAM", properties: route("POST /orders", "AWS_IAM") },
    {
      why: "flags what only REST APIs have",
      properties: route("GET /x", "COGNITO_USER_POOLS"),
      finding: /is none of JWT/,
    },
    { why: "flags a look-alike", properties: route("GET /x", "jwt"), finding: /is none of JWT/ },
    { why: "passes an open preflight", properties: route("OPTIONS /orders", "NONE") },
    { why: "flags a path that looks like OPTIONS", properties: route("GET /OPTIONS", "NONE"), finding: /is NONE/ },
    { why: "flags a verb that looks like OPTIONS", properties: route("OPTIONSX /x", "NONE"), finding: /is NONE/ },
    { why: "flags a route of unknown key", properties: route(unknownValue, "NONE"), finding: /is NONE/ },
    { why: "flags a route without a key", properties: { authorizationType: "NONE" }, finding: /is NONE/ },
    { why: "flags the handshake of a WebSocket API", properties: route("$connect", "NONE"), finding: /is NONE/ },
    { why: "passes a WebSocket's end: the handshake was authorized", properties: route("$disconnect", "NONE") },
    { why: "passes a WebSocket's message", properties: route("sendMessage", "NONE") },
    { why: "leaves $default, which both kinds of API have, to the stack check", properties: route("$default", "NONE") },
  ]);

  for (const { why, api, authorizationType, apis = ["api"], flagged } of [
    { why: "flags an open $default of an HTTP API", api: { protocolType: "HTTP" }, flagged: true },
    { why: "passes an open $default of a WebSocket API", api: { protocolType: "WEBSOCKET" }, flagged: false },
    { why: "flags it if the protocol is unknown", api: { protocolType: unknownValue }, flagged: true },
    { why: "flags it if nothing relates it to an API", api: { protocolType: "WEBSOCKET" }, apis: [], flagged: true },
    { why: "passes an authorized $default", api: { protocolType: "HTTP" }, authorizationType: "JWT", flagged: false },
  ])
    it(why, () => {
      const fallback = {
        type: httpRoute,
        name: "fallback",
        props: { apiId: unknownValue, routeKey: "$default", authorizationType: authorizationType ?? "NONE" },
        refs: { apiId: apis },
      };
      const stack = stackOf([{ type: httpApi, name: "api", props: api }, fallback]);
      const findings = httpRouteHasAuthorizer.checkStack!(stack, { settings: {}, excused: [], today: "2030-01-01" });
      assert.deepEqual(
        findings.map(({ urn }) => urn),
        flagged ? [urnOf(fallback)] : [],
      );
    });

  itAgreesWithOtherRuleSets(httpRouteHasAuthorizer);
});

function route(routeKey: PropertyValue, authorizationType: PropertyValue): Properties {
  return { routeKey, authorizationType };
}
