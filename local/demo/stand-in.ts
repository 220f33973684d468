import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that an API passed on. */
export interface PassedOn {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Stands in for other teams' services: it answers everything, and remembers what it was sent last. */
export interface StandIn {
  readonly url: string;
  last(): PassedOn | undefined;
  forget(): void;
  close(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
  let last: PassedOn | undefined;
  const server = createServer(({ method = "", url: path = "", headers }, response) => {
    last = { method, path, headers };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ path, amount: 4.2, currency: "EUR" }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    last: () => last,
    forget: () => {
      last = undefined;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
