import assert from "node:assert/strict";
import { restPath } from "../../../../policy/model/rest-path";
import { type PropertyValue, unknownValue } from "../../../../policy/reading";
import { restApi, restMethod, restResource } from "../../../../policy/resource-types";
import { stackOf } from "../../../support/policy/resources";

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
  ])
    it(why, () => {
      const method = { type: restMethod, name: "method", props: {}, refs: { resourceId: at } };
      const { resources } = stackOf([...declared, method]);
      assert.equal(restPath(resources.find(({ name }) => name === "method")!), path);
    });
});

function part(name: string, pathPart: PropertyValue, parentId: string[]) {
  return { type: restResource, name, props: { pathPart, parentId: unknownValue }, refs: { parentId } };
}
