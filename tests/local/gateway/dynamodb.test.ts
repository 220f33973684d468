import assert from "node:assert/strict";
import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { type DynamoDB, startDynamoDB } from "../../../local/dynamodb/server";
import { Stack } from "../../support/gateway/stack";

describe("the tables of a stack on this machine", () => {
  let dynamodb: DynamoDB;
  let client: DynamoDBClient;

  before(async () => {
    const stack = new Stack();
    const string = (name: string) => ({ name, type: "S" });
    stack.add("aws:dynamodb/table:Table", "orders", "orders-1a2b3c4", {
      ...{ name: "orders-1a2b3c4", hashKey: "owner", rangeKey: "id", billingMode: "PAY_PER_REQUEST" },
      attributes: [string("owner"), string("id"), string("status"), string("placed")],
      globalSecondaryIndexes: [{ name: "by-status", hashKey: "status", rangeKey: "id", projectionType: "KEYS_ONLY" }],
      localSecondaryIndexes: [{ name: "by-date", rangeKey: "placed", projectionType: "ALL" }],
    });
    dynamodb = await startDynamoDB({ state: stack.state() });
    const credentials = { accessKeyId: "x", secretAccessKey: "x" };
    client = new DynamoDBClient({ endpoint: dynamodb.url, region: "eu-west-1", credentials });
    const item = { owner: "ann", id: "1", status: "open", placed: "2026-01-01", note: "x" };
    const Item = Object.fromEntries(Object.entries(item).map(([key, S]) => [key, { S }]));
    await client.send(new PutItemCommand({ TableName: "orders-1a2b3c4", Item }));
  });
  after(async () => {
    client.destroy();
    await dynamodb.close();
  });

  it("finds an item by hash and range key", async () => {
    const Key = { owner: { S: "ann" }, id: { S: "1" } };
    const { Item } = await client.send(new GetItemCommand({ TableName: "orders-1a2b3c4", Key }));
    assert.equal(Item?.note?.S, "x");
  });

  for (const { why, IndexName, key, value, note } of [
    { why: "a global index, with keys only", IndexName: "by-status", key: "status", value: "open", note: undefined },
    { why: "a local index, with everything", IndexName: "by-date", key: "owner", value: "ann", note: "x" },
  ])
    it(`finds an item by ${why}`, async () => {
      const { Items } = await client.send(
        new QueryCommand({
          ...{ TableName: "orders-1a2b3c4", IndexName, KeyConditionExpression: "#key = :value" },
          ...{ ExpressionAttributeNames: { "#key": key }, ExpressionAttributeValues: { ":value": { S: value } } },
        }),
      );
      assert.deepEqual(
        Items?.map((item) => [item.id?.S, item.note?.S]),
        [["1", note]],
      );
    });

  it("names the table that DynamoDB refuses", async () => {
    const stack = new Stack();
    stack.add("aws:dynamodb/table:Table", "bad", "bad", { name: "bad-table", hashKey: "id", attributes: [] });
    await assert.rejects(startDynamoDB({ state: stack.state() }), /DynamoDB refuses the table "bad-table"/);
  });
});
