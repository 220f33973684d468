import assert from "node:assert/strict";
import { matchHttpRoute, matchPath, matchRestRoute } from "../../../../local/gateway/match-route";

describe("a path template", () => {
  for (const { template, path, parameters } of [
    { template: "/", path: "/", parameters: {} },
    { template: "/orders/{id}", path: "/orders/a%20b", parameters: { id: "a b" } },
    { template: "/orders/{id}", path: "/orders/100%", parameters: { id: "100%" } },
    { template: "/orders/{id}", path: "/orders/", parameters: undefined },
    { template: "/orders/{id}", path: "/orders/1/items", parameters: undefined },
    { template: "/orders", path: "/orders/", parameters: undefined },
    { template: "/{proxy+}", path: "/a/b/c", parameters: { proxy: "a/b/c" } },
    { template: "/{proxy+}", path: "/", parameters: undefined },
    { template: "/files/{path+}", path: "/files", parameters: undefined },
  ])
    it(`${template} ${parameters ? "takes" : "leaves"} ${path}`, () =>
      assert.deepEqual(matchPath(template, path)?.parameters, parameters));
});

describe("the route of a REST API", () => {
  const routes = ["GET /a/{id}", "GET /a/b", "POST /a/b", "ANY /a/{rest+}", "ANY /any", "GET /any"].map((route) => {
    const [method = "", path = ""] = route.split(" ");
    return { method, path, route };
  });
  for (const { why, method, path, route } of [
    { why: "a literal beats a parameter", method: "GET", path: "/a/b", route: "GET /a/b" },
    { why: "a parameter beats a greedy one", method: "GET", path: "/a/c", route: "GET /a/{id}" },
    { why: "a greedy parameter takes what is deeper", method: "DELETE", path: "/a/c/d", route: "ANY /a/{rest+}" },
    { why: "the exact method beats ANY", method: "GET", path: "/any", route: "GET /any" },
    { why: "ANY takes the other methods", method: "PUT", path: "/any", route: "ANY /any" },
    { why: "the resource decides before the method", method: "DELETE", path: "/a/b", route: undefined },
  ])
    it(why, () => assert.equal(matchRestRoute(routes, method, path)?.route.route, route));
});

describe("the route of an HTTP API", () => {
  const keys = ["GET /pets/dog/1", "GET /pets/dog/{id}", "GET /pets/{proxy+}", "ANY /{proxy+}", "$default"];
  const routes = keys.map((key) => {
    const [method = "", path] = key === "$default" ? ["ANY"] : key.split(" ");
    return { method, path, key };
  });
  for (const { why, method, path, key } of [
    { why: "a full match comes first", method: "GET", path: "/pets/dog/1", key: "GET /pets/dog/1" },
    { why: "then one with a parameter", method: "GET", path: "/pets/dog/2", key: "GET /pets/dog/{id}" },
    { why: "then a greedy one", method: "GET", path: "/pets/cat/1", key: "GET /pets/{proxy+}" },
    { why: "a method that no better route has falls back", method: "POST", path: "/pets/dog/1", key: "ANY /{proxy+}" },
    { why: "$default takes the rest", method: "GET", path: "/", key: "$default" },
  ])
    it(why, () => assert.equal(matchHttpRoute(routes, method, path)?.route.key, key));

  it("is none where nothing fits and no $default is there", () =>
    assert.equal(matchHttpRoute(routes.slice(0, 3), "POST", "/pets"), undefined));
});
