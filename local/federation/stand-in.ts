import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What answers for one provider, under paths of its own. */
export type StandIn = RequestListener;

/** The one server of all stand-ins: each is served at `/<provider name>`. */
export interface StandInServer {
  readonly urlOf: (provider: string) => string;
  readonly add: (provider: string, standIn: StandIn) => void;
  readonly close: () => Promise<void>;
}

/** Listens on a free port of localhost. */
export async function startStandIns(): Promise<StandInServer> {
  const standIns = new Map<string, StandIn>();
  const server = createServer((request, response) => route(standIns, request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    urlOf: (provider) => `${origin}/${encodeURIComponent(provider)}`,
    add: (provider, standIn) => standIns.set(encodeURIComponent(provider), standIn),
    close: () => close(server),
  };
}

/** Takes the provider's name off the path; `originalUrl` is where koa and oidc-provider look for what was there. */
function route(standIns: ReadonlyMap<string, StandIn>, request: IncomingMessage, response: ServerResponse): void {
  const { url = "/" } = request;
  const [, name = "", rest = ""] = /^\/([^/?]*)(.*)$/s.exec(url) ?? [];
  const standIn = standIns.get(name);
  if (!standIn) {
    const known = [...standIns.keys()]
      .sort()
      .map((key) => `/${key}`)
      .join(", ");
    response
      .writeHead(404, { "Content-Type": "text/plain; charset=utf-8" })
      .end(`Nothing is served here. Try ${known}.\n`);
    return;
  }
  request.url = rest.startsWith("/") ? rest : `/${rest}`;
  standIn(Object.assign(request, { originalUrl: url }), response);
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
