import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import createClient, { type Client } from "openapi-fetch";
import { clientTypes, clientTypesFile } from "../../support/client-types";
import type { components, paths } from "./http-api";
import type { Served } from "./served";

/** Tests of a client of another team's, which knows the document and nothing else. */
export function generatedClientWorks(served: () => Served) {
  const shop = () => clientOf(served(), { authorization: `Bearer ${served().person.access_token}` });

  for (const stack of ["dev", "prod"])
    it(`has a generated client whose types are what the document of ${stack} says; npm run golden writes them`, async () =>
      assert.equal(readFileSync(clientTypesFile, "utf8"), await clientTypes(stack)));

  it("lets the client create an order, and find it again", async () => {
    const { data: made } = await shop().POST("/orders", { body: { item: "kite", quantity: 2 } });
    assert.equal(made?.item, "kite");
    const id: string = made.id;
    const { data: found } = await shop().GET("/orders/{id}", { params: { path: { id } } });
    assert.deepEqual(found, made);
    const { data: all } = await shop().GET("/orders");
    const orders: readonly components["schemas"]["Order"][] = all!.orders;
    assert.deepEqual(orders[0], made);
  });

  it("tells the client by a typed problem what is wrong", async () => {
    const { error, response } = await shop().POST("/orders", { body: { item: "", quantity: 0 } });
    assert.equal(response.status, 400);
    assert.ok(error && "errors" in error, JSON.stringify(error));
    assert.deepEqual(error.errors?.map(({ in: where, name }) => `${where} ${name}`).sort(), [
      "body item",
      "body quantity",
    ]);
  });

  it("tells the client in API Gateway's words that it may not call", async () => {
    const stranger = clientOf(served());
    const { data, error, response } = await stranger.GET("/orders");
    assert.equal(data, undefined);
    assert.equal(response.status, 401);
    assert.ok(error && "message" in error);
    assert.equal(error.message, "Unauthorized");
  });

  it("has a client that cannot call wrongly where a compiler looks on", () => {
    // `npm run types` proves these; nothing is sent.
    const wrong = (client: Client<paths>) => [
      // @ts-expect-error an order says how many
      client.POST("/orders", { body: { item: "kite" } }),
      // @ts-expect-error a quantity is a number
      client.POST("/orders", { body: { item: "kite", quantity: "2" } }),
      // @ts-expect-error the path has a parameter
      client.GET("/orders/{id}"),
      // @ts-expect-error nothing can be taken back
      client.DELETE("/orders/{id}", { params: { path: { id: "1" } } }),
      // @ts-expect-error the export is the REST API's
      client.GET("/orders/export"),
      // @ts-expect-error no such route
      client.GET("/unicorns"),
    ];
    assert.equal(typeof wrong, "function");
  });
}

const clientOf = (served: Served, headers: Readonly<Record<string, string>> = {}): Client<paths> =>
  createClient<paths>({ baseUrl: served.urlOf("http"), headers });
