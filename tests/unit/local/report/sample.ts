import type { Policy, Violation } from "../../../../local/engine/contract";
import type { PropertyMap, ResourceState } from "../../../../local/engine/model";
import type { Report } from "../../../../local/report/report";

const urnOf = (name: string) => `urn:pulumi:dev::shop::aws:apigatewayv2/route:Route::${name}`;

/** A route of an HTTP API. */
export const resource = (name: string, inputs: PropertyMap, sourcePosition?: string): ResourceState => ({
  urn: urnOf(name),
  type: "aws:apigatewayv2/route:Route",
  name,
  custom: true,
  inputs,
  outputs: {},
  dependencies: [],
  propertyDependencies: {},
  ...(sourcePosition && { sourcePosition }),
});

export const violation = (level: Violation["level"], policy: string, message: string, name = "orders"): Violation => ({
  policyPack: "pack",
  policy,
  level,
  severity: "high",
  message,
  urn: urnOf(name),
});

export const policy = (overrides: Partial<Policy> = {}): Policy => ({
  policyPack: "pack",
  packVersion: "1.2.3",
  name: "a-policy",
  level: "mandatory",
  severity: "high",
  description: "What it holds",
  fix: "What to write",
  url: "https://docs.aws.amazon.com/a",
  tags: ["checkov:CKV_1"],
  ...overrides,
});

/** A preview that went well. */
export const report = (overrides: Partial<Report> = {}): Report => ({
  stack: "dev",
  status: "ok",
  violations: [],
  policies: [policy()],
  diagnostics: [],
  durationMs: 1234,
  resources: [
    resource("health", { routeKey: "GET /health" }, "project:///infra/apis/http.ts#14,12"),
    resource("orders", { routeKey: "GET /orders", authorizationType: "JWT" }, "project:///infra/a b.ts#3"),
  ],
  changes: { create: 2, update: 0, replace: 0, delete: 1, same: 0, read: 0 },
  ...overrides,
});
