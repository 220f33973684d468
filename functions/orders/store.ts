import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Order } from "./order";

/** Orders by owner. The owner is part of every key, so no call can reach another's. */
export interface OrderStore {
  /** Newest first, 100 at the most. */
  list(owner: string): Promise<Order[]>;
  /** All of them, newest first; pages are read as they are needed. */
  all(owner: string): AsyncIterable<Order>;
  get(owner: string, id: string): Promise<Order | undefined>;
  add(owner: string, order: Order): Promise<void>;
}

const pageSize = 100;

/** Orders in the DynamoDB table of that name, whose hash key is `owner` and whose range key is `id`. */
export function dynamoOrderStore(TableName: string, database = new DynamoDBClient()): OrderStore {
  const client = DynamoDBDocumentClient.from(database);
  const page = (owner: string, after?: Record<string, unknown>) =>
    client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "#owner = :owner",
        ExpressionAttributeNames: { "#owner": "owner" },
        ExpressionAttributeValues: { ":owner": owner },
        ScanIndexForward: false,
        Limit: pageSize,
        ...(after && { ExclusiveStartKey: after }),
      }),
    );
  return {
    async list(owner) {
      const { Items = [] } = await page(owner);
      return Items.map(toOrder);
    },
    async *all(owner) {
      for (let after: Record<string, unknown> | undefined; ; ) {
        const { Items = [], LastEvaluatedKey } = await page(owner, after);
        yield* Items.map(toOrder);
        if (LastEvaluatedKey === undefined) return;
        after = LastEvaluatedKey;
      }
    },
    async get(owner, id) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: { owner, id } }));
      return Item && toOrder(Item);
    },
    async add(owner, order) {
      await client.send(new PutCommand({ TableName, Item: { owner, ...order } }));
    },
  };
}

const toOrder = ({ id, item, quantity, createdAt }: Record<string, unknown>) =>
  ({ id, item, quantity, createdAt }) as Order;
