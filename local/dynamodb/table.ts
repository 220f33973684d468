import type { CreateTableCommandInput, KeySchemaElement, Projection } from "@aws-sdk/client-dynamodb";
import type { ResourceState } from "../engine/model";
import { declared, type Properties } from "../gateway/resource";

/**
 * What DynamoDB must be asked for to have the tables of a stack: keys and indexes, billed on demand.
 * Streams, time to live, replicas and encryption have no counterpart here.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html
 */
export function readTables(resources: readonly ResourceState[]): readonly CreateTableCommandInput[] {
  return declared(resources, "aws:dynamodb/table:Table").map(({ name, properties }) => {
    const global = properties.list("globalSecondaryIndexes");
    const local = properties.list("localSecondaryIndexes");
    const hashKey = properties.string("hashKey");
    return {
      TableName: properties.string("name") ?? name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: properties.list("attributes").map((attribute) => ({
        AttributeName: attribute.string("name"),
        AttributeType: attribute.string("type") as "S" | "N" | "B" | undefined,
      })),
      KeySchema: keys(hashKey, properties.string("rangeKey")),
      ...(global.length > 0 && { GlobalSecondaryIndexes: global.map((index) => secondaryIndex(index)) }),
      ...(local.length > 0 && { LocalSecondaryIndexes: local.map((index) => secondaryIndex(index, hashKey)) }),
    };
  });
}

function secondaryIndex(index: Properties, tableHashKey?: string) {
  return {
    IndexName: index.string("name"),
    KeySchema: indexKeys(index, tableHashKey),
    Projection: projection(index),
  };
}

/** From `keySchemas`, or from the older `hashKey` and `rangeKey`. */
function indexKeys(index: Properties, tableHashKey: string | undefined): KeySchemaElement[] {
  const schema = index.list("keySchemas").map((key) => ({
    AttributeName: key.string("attributeName"),
    KeyType: key.string("keyType") as "HASH" | "RANGE" | undefined,
  }));
  return schema.length > 0 ? schema : keys(tableHashKey ?? index.string("hashKey"), index.string("rangeKey"));
}

const keys = (hash: string | undefined, range: string | undefined): KeySchemaElement[] => [
  { AttributeName: hash, KeyType: "HASH" },
  ...(range === undefined ? [] : [{ AttributeName: range, KeyType: "RANGE" as const }]),
];

function projection(index: Properties): Projection {
  const attributes = index.strings("nonKeyAttributes");
  return {
    ProjectionType: (index.string("projectionType") ?? "ALL") as Projection["ProjectionType"],
    ...(attributes.length > 0 && { NonKeyAttributes: [...attributes] }),
  };
}
