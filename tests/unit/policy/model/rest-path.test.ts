import assert from "node:assert/strict";
import { modelOf } from "../../../../policy/model/model";
import { type PropertyValue, unknownValue } from "../../../../policy/reading";
import { restApi, restMethod, restResource } from "../../../../policy/resource-types";
import { type Declaration, stackOf } from "../../../support/policy/resources";

const api = { type: restApi, name: "api", props: {} };
const orders = part("orders", "orders", ["api"]);

describe("the path of a REST method", () => {
  for (const { why, declared, at, path } of [
    { why: "is / at the API's root", declared: [api], at: ["api"], path: "/" },
    { why: "is that of its resource", declared: [api, orders], at: ["orders"], path: "/orders" },
    {
      why: "joins nested resources",
      declared: [api, orders, part("id", "{id}", ["orders"])],
      at: ["id"],
      path: "/orders/{id}",
    },
    { why: "is not seen without a relation", declared: [api, orders], at: [], path: undefined },
    {
      why: "is not seen if it could be either of two",
      declared: [api, orders, part("x", "x", ["api"])],
      at: ["orders", "x"],
      path: undefined,
    },
    {
      why: "is not seen if a part is unknown",
      declared: [api, part("x", unknownValue, ["api"])],
      at: ["x"],
      path: undefined,
    },
    {
      why: "is not seen if the chain leaves the stack",
      declared: [api, part("x", "x", [])],
      at: ["x"],
      path: undefined,
    },
    {
      why: "is not seen in a circle",
      declared: [api, part("x", "x", ["y"]), part("y", "y", ["x"])],
      at: ["x"],
      path: undefined,
    },
  ] satisfies { why: string; declared: Declaration[]; at: string[]; path: string | undefined }[])
    it(why, () => {
      const method = {
        type: restMethod,
        name: "method",
        props: { resourceId: unknownValue },
        refs: { resourceId: at },
      };
      assert.equal(pathIn([...declared, method]), path);
    });

  it("is found by ids alone, where no dependencies tell", () => {
    const declared: Declaration[] = [
      { ...api, props: { id: "abc", rootResourceId: "root" } },
      { type: restResource, name: "orders", props: { restApi: "abc", parentId: "root", pathPart: "orders", id: "r1" } },
      { type: restResource, name: "id", props: { restApi: "abc", parentId: "r1", pathPart: "{id}", id: "r2" } },
      { type: restMethod, name: "method", props: { restApi: "abc", resourceId: "r2" } },
    ];
    assert.equal(pathIn(declared), "/orders/{id}");
  });

  it("follows an input that was copied from another resource's", () => {
    const first = { type: restMethod, name: "first", props: {}, refs: { resourceId: ["orders"] } };
    const method = {
      type: restMethod,
      name: "method",
      props: { resourceId: unknownValue },
      refs: { resourceId: ["first"] },
    };
    assert.equal(pathIn([api, orders, first, method]), "/orders");
  });
});

function pathIn(declared: readonly Declaration[]): string | undefined {
  const stack = stackOf(declared);
  return modelOf(stack).places.pathOf(stack.resources.find(({ name }) => name === "method")!);
}

function part(name: string, pathPart: PropertyValue, parentId: string[]) {
  return { type: restResource, name, props: { pathPart, parentId: unknownValue }, refs: { parentId } };
}
