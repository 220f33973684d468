import assert from "node:assert/strict";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoOrderStore, type OrderStore } from "../../../functions/orders/store";
import { type DynamoDB, startDynamoDB } from "../../../local/dynamodb/server";
import { Stack } from "../../support/gateway/stack";

describe("the orders table", () => {
  let dynamodb: DynamoDB;
  let client: DynamoDBClient;
  let store: OrderStore;
  const order = (number: number) => ({
    id: `o-${String(number).padStart(3, "0")}`,
    item: "tea",
    quantity: number,
    createdAt: "2026-01-02T03:04:05.000Z",
  });

  before(async () => {
    const stack = new Stack();
    stack.add("aws:dynamodb/table:Table", "orders", "orders", {
      ...{ name: "orders", hashKey: "owner", rangeKey: "id", billingMode: "PAY_PER_REQUEST" },
      attributes: ["owner", "id"].map((name) => ({ name, type: "S" })),
    });
    dynamodb = await startDynamoDB({ state: stack.state() });
    const credentials = { accessKeyId: "x", secretAccessKey: "x" };
    client = new DynamoDBClient({ endpoint: dynamodb.url, region: "eu-west-1", credentials });
    store = dynamoOrderStore("orders", client);
    await Promise.all([...Array(205).keys()].map((number) => store.add("ada", order(number))));
    await store.add("bob", order(7));
  });
  after(async () => {
    client.destroy();
    await dynamodb.close();
  });

  it("lists the newest hundred of an owner", async () => {
    const ids = (await store.list("ada")).map(({ id }) => id);
    assert.deepEqual([ids.length, ids[0], ids.at(-1)], [100, "o-204", "o-105"]);
  });

  it("gives all of an owner's, newest first, over as many pages as there are", async () => {
    const quantities: number[] = [];
    for await (const { quantity } of store.all("ada")) quantities.push(quantity);
    assert.deepEqual(quantities, [...Array(205).keys()].reverse());
  });

  it("reads no further than somebody asks", async () => {
    let pages = 0;
    client.middlewareStack.add(
      (next) => (args) => {
        pages += 1;
        return next(args);
      },
      { step: "build", name: "count" },
    );
    for await (const { quantity } of store.all("ada")) if (quantity === 150) break;
    client.middlewareStack.remove("count");
    assert.equal(pages, 1);
  });

  it("shows nobody another's", async () => {
    assert.equal((await store.get("ada", "o-007"))?.quantity, 7);
    assert.equal(await store.get("bob", "o-008"), undefined);
  });
});
