import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Identity, StartIdentity } from "./contract";
import { configuration } from "./oauth/configuration";
import { planDiscovery } from "./oauth/discovery";
import { front } from "./oauth/front";
import { logout } from "./oauth/logout";
import { shapeResponses } from "./oauth/shape-responses";
import { errorPage, planRefusal } from "./pages/error-page";
import { login } from "./pages/login";
import { answerPage } from "./pages/page";
import type { Pool } from "./pool/pool";
import { readPool } from "./pool/read-pool";
import { SigningKeys } from "./tokens/signing-keys";
import { Directory } from "./users/directory";

/**
 * Serves the first user pool of a stack on localhost.
 * @throws Error when the stack has no user pool, or the port is taken.
 */
export const startIdentity: StartIdentity = async ({ state, port }) => {
  const pool = readPool(state);
  const server = await listen(port);
  try {
    return await serve(server, pool);
  } catch (fault) {
    await close(server);
    throw fault;
  }
};

async function serve(server: Server, pool: Pool): Promise<Identity> {
  const [library, keys] = await Promise.all([import("oidc-provider"), SigningKeys.generate()]);
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const directory = new Directory(pool);
  const parts = { pool, keys, directory, issued: new Map() };
  const provider = new library.Provider(
    url,
    configuration(parts, library, (ctx, out) =>
      answerPage(ctx, 400, errorPage(planRefusal(pool, out, ctx.oidc.params ?? {}))),
    ),
  );
  provider.use(front(pool, planDiscovery(pool, url)));
  provider.use(logout({ pool, provider }));
  provider.use(login({ pool, directory, provider }));
  provider.use(shapeResponses(parts));
  server.on("request", provider.callback());

  return {
    url,
    userPoolId: pool.id,
    issuer: pool.issuer,
    jwks: keys.jwks,
    createUser: async (user) => {
      const created = await directory.create(user);
      if (created.kind === "created") return;
      const faults = created.faults.join(" ");
      throw new Error(`User ${user.username} cannot be created in user pool ${pool.name}: ${faults}`);
    },
    sign: (payload) => keys.sign(payload),
    close: () => close(server),
  };
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why =
      code === "EADDRINUSE"
        ? "is in use by another program; stop it, or choose another port"
        : `cannot be used (${code})`;
    throw new Error(`Port ${port} for the user pool ${why}.`, { cause });
  }
  return server;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
