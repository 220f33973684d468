import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Keys } from "../gateway/token";

export interface KeysServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the keys of user pools to functions: `/<host>/<pool>/.well-known/jwks.json` on a free port of 127.0.0.1. */
export async function startKeysServer(keys: Keys): Promise<KeysServer> {
  const server = createServer((request, response) => {
    const issuer = /^\/(.+)\/\.well-known\/jwks\.json$/.exec(request.url ?? "")?.[1];
    const found = issuer === undefined ? undefined : keys(`https://${issuer}`);
    response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(found ?? { message: "No user pool of this stack issues as this issuer." }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
