import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream";
import { json } from "./answer";
import { maxBodyBytes, type RawRequest, type Served } from "./serve";

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Answers HTTP requests on 127.0.0.1 with `serve`.
 * Errors: the port is in use.
 * @param port - 0 picks a free one.
 */
export async function listen(
  name: string,
  port: number,
  { serve, now }: { serve: (request: RawRequest) => Promise<Served>; now: () => number },
): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    void receive(incoming, now)
      .then(serve)
      .catch((error: unknown): Served => ({ answer: json(500, { message: `Local gateway failed: ${error}` }) }))
      .then(({ answer }) => send(outgoing, answer));
  });
  await bind(server, name, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bind(server: Server, name: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const inUse = `Port ${port} for API "${name}" is in use; stop the program that listens there, or choose another port.`;
      reject(error.code === "EADDRINUSE" ? new Error(inUse, { cause: error }) : error);
    });
    server.listen(port, "127.0.0.1", resolve);
  });
}

async function receive(incoming: IncomingMessage, now: () => number): Promise<RawRequest> {
  const [, fullPath = "/", query = ""] = /^([^?]*)\??(.*)$/s.exec(incoming.url ?? "/") ?? [];
  const headers: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    headers.push([incoming.rawHeaders[index]!, incoming.rawHeaders[index + 1]!]);
  }
  return {
    method: incoming.method ?? "GET",
    fullPath: fullPath === "" ? "/" : fullPath,
    query,
    headers,
    body: await readBody(incoming),
    sourceIp: incoming.socket.remoteAddress ?? "127.0.0.1",
    requestId: randomUUID(),
    time: now(),
  };
}

/** Reads the whole body, but keeps no more than it takes to see that it is too large. */
async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    if (length <= maxBodyBytes) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}

function send(outgoing: ServerResponse, { status, headers, body, rest }: Served["answer"]): void {
  outgoing.statusCode = status;
  for (const [name, value] of headers) outgoing.appendHeader(name, value);
  if (rest === undefined) {
    outgoing.end(body);
    return;
  }
  outgoing.flushHeaders();
  if (body.length > 0) outgoing.write(body);
  // A stream that breaks off ends the connection: the caller sees that something is missing.
  pipeline(rest, outgoing, () => undefined);
}
