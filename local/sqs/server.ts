import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { SqsService } from "./service";

export interface SqsServer {
  /** For AWS_ENDPOINT_URL_SQS. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves queues on 127.0.0.1, for SDKs and the AWS CLI.
 * @param port - 0 picks a free one.
 * @throws {Error} naming the port, when it is in use
 */
export async function serveSqs(service: SqsService, port: number): Promise<SqsServer> {
  const server = createServer((request, response) => {
    void answer(service, request)
      .catch((error: unknown) => ({ status: 500, headers: [], body: JSON.stringify({ message: String(error) }) }))
      .then(({ status, headers, body }) => {
        response.statusCode = status;
        for (const [name, value] of headers) response.setHeader(name, value);
        response.end(body);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const inUse = `Port ${port} for the queues is in use; stop the program that listens there, or choose another port.`;
      reject(error.code === "EADDRINUSE" ? new Error(inUse, { cause: error }) : error);
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://localhost:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(service: SqsService, request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  return service.answer({ path, headers, body: Buffer.concat(chunks).toString("utf8") });
}
