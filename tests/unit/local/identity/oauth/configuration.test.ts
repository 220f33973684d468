import assert from "node:assert/strict";
import type { Configuration } from "oidc-provider";
import { configuration, type Library } from "../../../../../local/identity/oauth/configuration";
import { readPool } from "../../../../../local/identity/pool/read-pool";
import { Directory } from "../../../../../local/identity/users/directory";
import { poolStack } from "../../../../support/identity/stack";

describe("how oidc-provider plays Cognito", () => {
  const pool = readPool(poolStack());
  const keys = { privateJwks: () => ({ keys: [] }) } as unknown as Parameters<typeof configuration>[0]["keys"];
  const library = { errors: {}, interactionPolicy: { base: () => ({ remove: () => {} }) } } as unknown as Library;
  const { ttl, clients } = configuration({ pool, keys, directory: new Directory(pool) }, library, undefined);

  for (const { why, rotated, seconds } of [
    { why: "a refresh token lives as long as its client says", rotated: undefined, seconds: 2_592_000 },
    { why: "one that replaces another lives as long as that would have", rotated: { remainingTTL: 42 }, seconds: 42 },
  ]) {
    it(why, () => {
      const lifetime = (ttl as { RefreshToken: (...args: unknown[]) => number }).RefreshToken;
      const ctx = { oidc: { entities: { RotatedRefreshToken: rotated } } };
      assert.equal(lifetime(ctx, {}, { clientId: "rotating" }), seconds);
    });
  }

  for (const { client, grants, method } of [
    { client: "browser", grants: ["authorization_code", "refresh_token"], method: "none" },
    { client: "server", grants: ["authorization_code", "refresh_token"], method: "client_secret_basic" },
    { client: "machine", grants: ["client_credentials"], method: "client_secret_basic" },
  ]) {
    it(`a client such as ${client} may use ${grants.join(" and ")}`, () => {
      const registered = (clients as NonNullable<Configuration["clients"]>).find(
        ({ client_id }) => client_id === client,
      );
      assert.deepEqual([registered?.grant_types, registered?.token_endpoint_auth_method], [grants, method]);
    });
  }
});
