import assert from "node:assert/strict";
import type { PropertyMap, ResourceState, StackState } from "../../../local/engine/model";
import { signatureKey, signatures } from "../../../local/engine/values";
import { joinStates } from "../../../local/join-states";

const resource = (type: string, name: string, inputs: PropertyMap = {}, external = false): ResourceState => ({
  urn: `urn:${type}::${name}`,
  type,
  name,
  custom: true,
  id: name,
  inputs,
  outputs: inputs,
  dependencies: [],
  propertyDependencies: {},
  ...(external && { external }),
});

const stateOf = (project: string, programDirectory: string, ...resources: ResourceState[]): StackState => ({
  organization: "organization",
  project,
  stack: "dev",
  programDirectory,
  resources,
  outputs: {},
});

const archive = (path: string): PropertyMap => ({ [signatureKey]: signatures.archive, path });
const names = ({ resources }: StackState) => resources.map(({ type, name }) => `${type} ${name}`);

describe("two stacks as one", () => {
  it("are the stack itself where it builds on no other", () => {
    const own = stateOf("invoices", "/invoices", resource("api", "own"));
    assert.equal(joinStates(own, []), own);
  });

  it("have the resources of both, and once what the one only reads of the other", () => {
    const own = stateOf("invoices", "/invoices", resource("route", "invoices"), resource("api", "http", {}, true));
    const joined = joinStates(own, [stateOf("platform", "/platform", resource("api", "http"))]);
    assert.deepEqual(names(joined), ["route invoices", "api http"]);
    assert.equal(joined.project, "invoices");
  });

  it("find each function's code from its own stack's folder, deep inside too", () => {
    const nested = { [signatureKey]: signatures.archive, assets: { "index.js": archive("./dist") } };
    const joined = joinStates(stateOf("invoices", "/invoices", resource("fn", "a", { code: archive("./src") })), [
      stateOf("platform", "/platform", resource("fn", "b", { code: nested }), resource("fn", "c", { path: "./x" })),
    ]);
    const [a, b, c] = joined.resources.map(({ inputs }) => inputs as Record<string, PropertyMap>);
    assert.equal(a!.code!.path, "/invoices/src");
    assert.equal((b!.code!.assets as Record<string, PropertyMap>)["index.js"]!.path, "/platform/dist");
    assert.deepEqual(c, { path: "./x" }, "what is no file stays");
  });

  it("tell two resources of one type and name apart", () => {
    const other = stateOf("platform", "/platform", resource("api", "http"), resource("client", "http"));
    const joined = joinStates(stateOf("invoices", "/invoices", resource("api", "http")), [other]);
    assert.deepEqual(names(joined), ["api http", "api platform/http", "client http"]);
  });
});
