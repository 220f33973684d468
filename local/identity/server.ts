import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FederatedSignIn } from "../federation/contract";
import { serveApi } from "./api/serve-api";
import type { Identity, IdentityOptions, StartIdentity } from "./contract";
import { Authenticators } from "./mfa/authenticators";
import { configuration } from "./oauth/configuration";
import { planDiscovery } from "./oauth/discovery";
import { front } from "./oauth/front";
import { logout } from "./oauth/logout";
import { shapeResponses } from "./oauth/shape-responses";
import { errorPage, planRefusal } from "./pages/error-page";
import { login } from "./pages/login";
import { answerPage } from "./pages/page";
import { Pending } from "./pages/pending";
import { takeAnswers } from "./pages/steps/arrive";
import type { PendingCode } from "./pages/steps/step";
import type { Pool } from "./pool/pool";
import { readPool } from "./pool/read-pool";
import { SigningKeys } from "./tokens/signing-keys";
import { Triggers } from "./triggers/triggers";
import { Directory } from "./users/directory";

/**
 * Serves the first user pool of a stack on localhost.
 * @throws Error when the stack has no user pool, or the port is taken.
 */
export const startIdentity: StartIdentity = async (options) => {
  const pool = readPool(options.state);
  const server = await listen(options.port);
  try {
    return await serve(server, pool, options);
  } catch (fault) {
    await close(server);
    throw fault;
  }
};

async function serve(
  server: Server,
  pool: Pool,
  { invoke, federation: startFederation }: IdentityOptions,
): Promise<Identity> {
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const [library, keys, federation] = await Promise.all([
    import("oidc-provider"),
    SigningKeys.generate(),
    startFederation?.(url),
  ]);
  const directory = new Directory(pool);
  const triggers = new Triggers(pool, invoke);
  const authenticators = new Authenticators(pool.name);
  const parts = { pool, keys, directory, triggers, issued: new Map() };
  const provider = new library.Provider(
    url,
    configuration(parts, library, (ctx, out) =>
      answerPage(ctx, 400, errorPage(planRefusal(pool, out, ctx.oidc.params ?? {}))),
    ),
  );
  const waiting = { codes: new Pending<PendingCode>(), arrivals: new Pending<FederatedSignIn>() };
  provider.use(serveApi({ pool, directory }));
  provider.use(front(pool, planDiscovery(pool, url)));
  provider.use(logout({ pool, provider }));
  provider.use(takeAnswers({ federation, ...waiting }));
  provider.use(
    login({ pool, directory, provider, triggers, authenticators, ...(federation && { federation }), ...waiting }),
  );
  provider.use(shapeResponses(parts));
  server.on("request", provider.callback());

  return {
    url,
    userPoolId: pool.id,
    issuer: pool.issuer,
    jwks: keys.jwks,
    createUser: async (user) => {
      const created = await directory.create(user, (planned) => triggers.preSignUp("AdminCreateUser", planned));
      if (created.kind === "created") {
        if (user.totpSecret !== undefined) authenticators.enrol(created.user, user.totpSecret);
        return;
      }
      const faults = created.faults.join(" ");
      throw new Error(`User ${user.username} cannot be created in user pool ${pool.name}: ${faults}`);
    },
    sign: (payload) => keys.sign(payload),
    close: async () => {
      await close(server);
      await federation?.close();
    },
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
