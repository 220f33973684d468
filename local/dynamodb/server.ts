import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { StackState } from "../engine/model";
import { readTables } from "./table";

// It ships no types of its own.
const dynalite = require("dynalite") as (options: { readonly createTableMs: number }) => Server;

export interface DynamoDB {
  /** For AWS_ENDPOINT_URL_DYNAMODB. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A DynamoDB in memory, on a free port of 127.0.0.1, with the tables of a stack; it forgets everything when it closes.
 * Errors: a table that DynamoDB refuses; the message names it.
 */
export async function startDynamoDB({ state }: { readonly state: StackState }): Promise<DynamoDB> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  try {
    await createTables(state, url);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}

async function createTables(state: StackState, endpoint: string): Promise<void> {
  // Nothing checks these, but the client insists on having some.
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint, region: "us-east-1", credentials });
  try {
    for (const table of readTables(state.resources)) {
      await client.send(new CreateTableCommand(table)).catch((cause: Error) => {
        throw new Error(`DynamoDB refuses the table "${table.TableName}": ${cause.message}`, { cause });
      });
    }
  } finally {
    client.destroy();
  }
}
