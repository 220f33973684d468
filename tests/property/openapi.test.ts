import assert from "node:assert/strict";
import fc from "fast-check";
import { stringify } from "yaml";
import { openapiOperationHasAuthorizer } from "../../policy/controls/openapi-operation-has-authorizer";
import { httpApi, restApi } from "../../policy/resource-types";
import { resourceOf } from "../support/policy/resources";

/** An operation's security, told with whether it lets anyone in. */
const securities: readonly { readonly security: unknown; readonly open: boolean }[] = [
  { security: undefined, open: true },
  { security: [], open: true },
  { security: [{}], open: true },
  { security: [{ key: [] }], open: true },
  { security: [{ missing: [] }], open: true },
  { security: [{ authorizer: [] }], open: false },
  { security: [{ iam: [] }], open: false },
  { security: [{ referred: ["orders/read"] }], open: false },
  { security: [{ key: [] }, { authorizer: [] }], open: false },
  { security: [{ key: [], iam: [] }], open: false },
  { security: [{ authorizer: [] }, {}], open: true },
];

const operation = fc.record({
  path: fc.constantFrom("/", "/orders", "/orders/{id}", "/{proxy+}", "/a~b", "/c%d", "/constructor"),
  verb: fc.constantFrom(
    "get",
    "put",
    "post",
    "delete",
    "head",
    "patch",
    "trace",
    "options",
    "x-amazon-apigateway-any-method",
  ),
  kind: fc.constantFrom(...securities),
});

/** A definition in one of the shapes in which the same operations can be written. */
const definition = fc.record({
  operations: fc.uniqueArray(operation, { selector: ({ path, verb }) => `${verb} ${path}`, maxLength: 12 }),
  version: fc.constantFrom("2.0", "3.0.1", "3.1.0"),
  referredItems: fc.boolean(),
  rootSecurity: fc.boolean(),
  form: fc.constantFrom("json", "yaml", "object"),
  type: fc.constantFrom(restApi, httpApi),
});

describe("an OpenAPI definition in any shape", () => {
  it("has exactly the open operations that it was made with", () => {
    fc.assert(
      fc.property(definition, (made) => {
        const body = writtenAs(made.form, documentOf(made));
        const findings = openapiOperationHasAuthorizer.checkResource!(resourceOf(made.type, { body }), {});
        const expected = made.operations
          .filter(({ verb, kind }) => kind.open && verb !== "options")
          .map(({ verb, path }) => `"${verb.startsWith("x-") ? "ANY" : verb.toUpperCase()} ${path}"`);
        assert.deepEqual(findings.map((finding) => /"[^"]*"/.exec(finding)?.[0]).sort(), expected.sort());
      }),
      { numRuns: 1_000 },
    );
  });
});

type Definition = typeof definition extends fc.Arbitrary<infer T> ? T : never;

function documentOf({ operations, version, referredItems, rootSecurity }: Definition): object {
  const items: Record<string, Record<string, unknown>> = {};
  for (const { path, verb, kind } of operations) {
    items[path] ??= {};
    items[path][verb] = { responses: {}, ...(kind.security !== undefined && { security: kind.security }) };
  }
  const place = version === "2.0" ? "#/securityDefinitions/" : "#/components/securitySchemes/";
  const schemes = {
    key: { type: "apiKey", name: "x-api-key", in: "header" },
    authorizer: { type: "apiKey", "x-amazon-apigateway-authorizer": { type: "token", authorizerUri: "arn" } },
    iam: { type: "apiKey", "x-amazon-apigateway-authtype": "awsSigv4" },
    referred: { $ref: `${place}authorizer` },
  };
  return {
    ...(version === "2.0"
      ? { swagger: version, securityDefinitions: schemes }
      : { openapi: version, components: { securitySchemes: schemes } }),
    ...(rootSecurity && { security: [{ authorizer: [] }] }),
    ...(referredItems && { "x-items": items }),
    paths: referredItems
      ? Object.fromEntries(Object.keys(items).map((path) => [path, { $ref: `#/x-items/${pointer(path)}` }]))
      : items,
  };
}

function pointer(token: string): string {
  return encodeURIComponent(token.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function writtenAs(form: string, document: object) {
  if (form === "object") return JSON.parse(JSON.stringify(document));
  return form === "yaml" ? stringify(document) : JSON.stringify(document);
}
