import assert from "node:assert/strict";
import { controls } from "../../policy/controls";
import { unknownValue } from "../../policy/reading";
import type { Stack, StackResource } from "../../policy/resource";
import { defaultsOf } from "../support/policy/control-cases";
import { type Declaration, stackOf } from "../support/policy/resources";

describe("the work of all stack policies together", () => {
  it("grows with the number of resources, not with its square", () => {
    const small = workOn(methods(500));
    const large = workOn(methods(1_000));
    assert.ok(small > 500, "the counter counts");
    assert.ok(large < small * 2.2, `${small} looks at 500 paths, ${large} at 1,000`);
  });

  it("is the same for a deep chain of paths and of copied inputs", () => {
    const small = workOn(chain(500));
    const large = workOn(chain(1_000));
    assert.ok(large < small * 2.2, `${small} looks at 500 resources, ${large} at 1,000`);
  });
});

/** How often the controls look at any part of any resource. */
function workOn(declarations: readonly Declaration[]): number {
  let looks = 0;
  const count = (resource: StackResource): StackResource =>
    new Proxy(resource, {
      get: (target, key) => {
        looks++;
        return Reflect.get(target, key);
      },
    });
  const stack = counted(stackOf(declarations), count);
  for (const control of controls)
    control.checkStack?.(stack, { settings: defaultsOf(control), excused: [], today: "2030-01-01" });
  return looks;
}

/** The stack with each resource behind a counter, in the dependencies of others too. */
function counted(stack: Stack, count: (resource: StackResource) => StackResource): Stack {
  const counters = new Map(stack.resources.map((resource) => [resource, count(resource)]));
  for (const { propertyDependencies } of stack.resources)
    for (const [property, sources] of Object.entries(propertyDependencies))
      (propertyDependencies as Record<string, readonly StackResource[]>)[property] = sources.map(
        (source) => counters.get(source)!,
      );
  return { resources: [...counters.values()] };
}

const api = { type: "aws:apigateway/restApi:RestApi", name: "api", props: { id: unknownValue } };
const authorizer = {
  type: "aws:apigateway/authorizer:Authorizer",
  name: "auth",
  props: { type: "TOKEN", restApi: unknownValue },
  refs: { restApi: ["api"] },
};

/** Paths with an authorized method, an open catch-all and a preflight each. */
function methods(paths: number): readonly Declaration[] {
  const at = (name: string) => ({ restApi: ["api"], resourceId: [name] });
  const ids = { restApi: unknownValue, resourceId: unknownValue };
  return [
    api,
    authorizer,
    ...Array.from({ length: paths }, (_, index): Declaration[] => {
      const place = `path-${index}`;
      return [
        {
          type: "aws:apigateway/resource:Resource",
          name: place,
          props: { pathPart: `p${index}`, parentId: unknownValue, restApi: unknownValue },
          refs: { parentId: ["api"], restApi: ["api"] },
        },
        {
          type: "aws:apigateway/method:Method",
          name: `get-${index}`,
          props: { ...ids, httpMethod: "GET", authorization: "CUSTOM", authorizerId: unknownValue },
          refs: { ...at(place), authorizerId: ["auth"] },
        },
        {
          type: "aws:apigateway/method:Method",
          name: `any-${index}`,
          props: { ...ids, httpMethod: "ANY", authorization: "NONE" },
          refs: at(place),
        },
        {
          type: "aws:apigateway/method:Method",
          name: `options-${index}`,
          props: { ...ids, httpMethod: "OPTIONS", authorization: "NONE" },
          refs: at(place),
        },
        {
          type: "aws:apigateway/integration:Integration",
          name: `integration-${index}`,
          props: { ...ids, httpMethod: "OPTIONS", type: "HTTP_PROXY" },
          refs: at(place),
        },
      ];
    }).flat(),
  ];
}

/** Each path below the one before, and each method's API copied from the method before. */
function chain(length: number): readonly Declaration[] {
  return [
    api,
    ...Array.from({ length }, (_, index): Declaration[] => [
      {
        type: "aws:apigateway/resource:Resource",
        name: `path-${index}`,
        props: { pathPart: `p${index}`, parentId: unknownValue },
        refs: { parentId: [index === 0 ? "api" : `path-${index - 1}`] },
      },
      {
        type: "aws:apigateway/method:Method",
        name: `get-${index}`,
        props: { httpMethod: "GET", authorization: "NONE", restApi: unknownValue, resourceId: unknownValue },
        refs: { restApi: [index === 0 ? "api" : `get-${index - 1}`], resourceId: [`path-${index}`] },
      },
    ]).flat(),
  ];
}
