import assert from "node:assert/strict";
import { type StackValidationPolicy, UnknownValueError } from "@pulumi/policy";
import { AnalyzerResource, AnalyzerResourceOptions, AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { openStack } from "../../../policy/opening";
import type { Stack } from "../../../policy/resource";
import { sentinel } from "../../support/policy/wire";

// The SDK's own handler of AnalyzeStack, which its types hide.
const { makeAnalyzeStackRpcFun } = require("@pulumi/policy/server") as {
  makeAnalyzeStackRpcFun(
    pack: string,
    version: string,
    level: string,
    policies: readonly StackValidationPolicy[],
  ): (call: { request: AnalyzeStackRequest }, done: (error: unknown) => void) => Promise<void>;
};

describe("one analysis of a stack", () => {
  it("is opened once for all stack policies, although the SDK decodes it for each", async () => {
    const [first, second] = await stacksSeen(requestOf("api"));
    assert.equal(first, second);
  });

  it("shares nothing with another analysis, even of the same resources", async () => {
    const [first] = await stacksSeen(requestOf("api"));
    const [other] = await stacksSeen(requestOf("api"));
    assert.notEqual(first, other);
  });

  it("opens a resource's properties only when a control asks for them", () => {
    let touched = 0;
    const props = Object.defineProperty({}, "authorizerId", {
      enumerable: true,
      get: () => {
        touched++;
        throw new UnknownValueError(sentinel, ["authorizerId"]);
      },
    });
    const resource = { type: "test:index:Api", name: "api", urn: "urn", props, propertyDependencies: {} };
    const stack = openStack([resource as never]);
    assert.equal(touched, 0);
    assert.deepEqual(Object.keys(stack.resources[0]!.properties), ["authorizerId"]);
    assert.equal(stack.resources[0]!.properties, stack.resources[0]!.properties);
    assert.equal(touched, 1);
  });
});

/** What each of two stack policies opens in one analysis. */
async function stacksSeen(request: AnalyzeStackRequest): Promise<readonly Stack[]> {
  const seen: Stack[] = [];
  const policies = ["one", "two"].map(
    (name): StackValidationPolicy => ({
      name,
      description: name,
      enforcementLevel: "mandatory",
      validateStack: ({ resources }) => void seen.push(openStack(resources)),
    }),
  );
  await new Promise<void>((resolve, reject) => {
    const analyze = makeAnalyzeStackRpcFun("test", "1.0.0", "mandatory", policies);
    analyze({ request }, (error) => (error ? reject(error) : resolve()));
  });
  assert.equal(seen.length, 2);
  return seen;
}

/** A request as it comes over the wire. */
function requestOf(name: string): AnalyzeStackRequest {
  const resource = new AnalyzerResource();
  resource.setType("test:index:Api");
  resource.setName(name);
  resource.setUrn(`urn:pulumi:dev::test::test:index:Api::${name}`);
  resource.setProperties(Struct.fromJavaScript({ name }));
  resource.setOptions(new AnalyzerResourceOptions());
  const request = new AnalyzeStackRequest();
  request.addResources(resource);
  return AnalyzeStackRequest.deserializeBinary(request.serializeBinary());
}
