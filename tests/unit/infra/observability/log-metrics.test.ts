import assert from "node:assert/strict";
import type { ApiKind } from "../../../../infra/catalogue/define/route";
import { planLogMetrics } from "../../../../infra/observability/plan-log-metrics";
import { accessLine } from "../../../support/observability/access-line";
import { matches } from "../../../support/observability/log-filter";

interface Row {
  readonly why: string;
  readonly api: ApiKind;
  readonly line: Readonly<Record<string, string>>;
  /** Which metrics count it. */
  readonly counted: readonly string[];
}

const restRefusals = "RestRefusals";
const httpRefusals = "HttpRefusals";
const rows: readonly Row[] = [
  { why: "an answer", api: "rest", line: { status: "200" }, counted: [] },
  {
    why: "a bad token",
    api: "rest",
    line: { status: "401", "error.responseType": "UNAUTHORIZED" },
    counted: [restRefusals],
  },
  {
    why: "a missing scope",
    api: "rest",
    line: { status: "403", "error.responseType": "ACCESS_DENIED" },
    counted: [restRefusals],
  },
  {
    why: "a handler's own refusal",
    api: "rest",
    line: { status: "403", "authorizer.claims.sub": "s" },
    counted: [restRefusals],
  },
  {
    why: "a partner without a key",
    api: "rest",
    line: { status: "403", "error.responseType": "INVALID_API_KEY" },
    counted: [restRefusals],
  },
  {
    why: "what the firewall stopped",
    api: "rest",
    line: { status: "403", "error.responseType": "WAF_FILTERED" },
    counted: [],
  },
  {
    why: "a path that is no route",
    api: "rest",
    line: { status: "403", "error.responseType": "MISSING_AUTHENTICATION_TOKEN" },
    counted: [],
  },
  {
    why: "an authorizer that throws",
    api: "rest",
    line: { status: "500", "error.responseType": "AUTHORIZER_FAILURE" },
    counted: ["RestAuthorizerFailures"],
  },
  {
    why: "an authorizer that cannot be called",
    api: "rest",
    line: { status: "500", "error.responseType": "AUTHORIZER_CONFIGURATION_ERROR" },
    counted: ["RestAuthorizerFailures"],
  },
  { why: "a handler that throws", api: "rest", line: { status: "502", "integration.status": "200" }, counted: [] },
  { why: "too many requests", api: "rest", line: { status: "429", "error.responseType": "THROTTLED" }, counted: [] },
  { why: "an answer", api: "http", line: { status: "200" }, counted: [] },
  { why: "a bad token", api: "http", line: { status: "401", "authorizer.error": "invalid" }, counted: [httpRefusals] },
  { why: "a refusal by the function", api: "http", line: { status: "403" }, counted: [httpRefusals] },
  { why: "a path that is no route", api: "http", line: { status: "404" }, counted: [] },
  {
    why: "an authorizer that throws",
    api: "http",
    line: { status: "500", "authorizer.error": "The Lambda function returned an error" },
    counted: ["HttpAuthorizerFailures"],
  },
  { why: "a handler that throws", api: "http", line: { status: "500", "integration.status": "200" }, counted: [] },
];

describe("the counts of the access log", () => {
  for (const { why, api, line, counted } of rows)
    it(`${counted.length > 0 ? `hold as ${counted}` : "leave out"}: ${why}, on the ${api.toUpperCase()} API`, () => {
      const found = planLogMetrics("shop/dev", api).filter(({ pattern }) => matches(pattern, accessLine(api, line)));
      assert.deepEqual(
        found.map(({ metric }) => metric.name),
        counted,
      );
    });

  it("are the stack's own", () => {
    const metrics = (["rest", "http"] as const).flatMap((api) => planLogMetrics("shop/dev", api));
    assert.deepEqual(new Set(metrics.map(({ metric }) => metric.namespace)), new Set(["shop/dev"]));
    assert.equal(new Set(metrics.map(({ metric }) => metric.name)).size, metrics.length);
  });
});
