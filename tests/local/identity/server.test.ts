import assert from "node:assert/strict";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import type { Identity } from "../../../local/identity/contract";
import { startIdentity } from "../../../local/identity/server";
import { ada, poolWithAda } from "../../support/identity/pool";
import { poolId, poolStack } from "../../support/identity/stack";

describe("the local user pool", () => {
  let identity: Identity;
  before(async () => {
    identity = await poolWithAda();
  });
  after(() => identity.close());

  const json = async (path: string) => (await fetch(new URL(path, identity.url))).json();

  it("tells in its discovery document where everything is, and who issues", async () => {
    const found = (await json(`/${poolId}/.well-known/openid-configuration`)) as Record<string, string>;
    assert.equal(found.issuer, `https://cognito-idp.eu-west-1.amazonaws.com/${poolId}`);
    assert.equal(found.issuer, identity.issuer);
    const endpoints = Object.entries(found).filter(([name]) => /_(endpoint|uri)$/.test(name));
    assert.equal(endpoints.length, 6);
    for (const [name, endpoint] of endpoints) {
      assert.ok(endpoint.startsWith(`${identity.url}/`), name);
      assert.notEqual(
        (
          await fetch(endpoint, {
            method: name === "token_endpoint" || name === "revocation_endpoint" ? "POST" : "GET",
          })
        ).status,
        404,
        name,
      );
    }
  });

  it("publishes the public halves of its keys, as it hands them over", async () => {
    const published = (await json(`/${poolId}/.well-known/jwks.json`)) as JSONWebKeySet;
    const byKid = ({ keys }: JSONWebKeySet) => new Map(keys.map((key) => [key.kid, { ...key }]));
    assert.deepEqual(byKid(published), byKid(identity.jwks));
    assert.equal(published.keys.length, 2);
    for (const key of published.keys) assert.deepEqual(Object.keys(key).sort(), ["alg", "e", "kid", "kty", "n", "use"]);
  });

  it("signs what it is given, as it is", async () => {
    const claims = { token_use: "access", iss: "https://elsewhere.test", exp: 1 };
    const { payload } = await jwtVerify(await identity.sign(claims), createLocalJWKSet(identity.jwks), {
      currentDate: new Date(0),
    });
    assert.deepEqual(payload, claims);
  });

  it("says all that stands against a user", () =>
    assert.rejects(identity.createUser({ ...ada, password: "short", groups: ["kings"] }), {
      message:
        "User ada@example.com cannot be created in user pool people: The user pool has no group kings. " +
        "The password must have at least 12 characters and a number.",
    }));

  it("serves nothing that Cognito does not", async () => {
    for (const path of ["/", "/jwks", "/.well-known/oauth-authorization-server", "/oauth2", "/session/end"]) {
      assert.equal((await fetch(identity.url + path)).status, 404, path);
    }
  });

  it("says which port is in use, and what to do", async () => {
    const port = Number(new URL(identity.url).port);
    await assert.rejects(startIdentity({ state: poolStack(), port }), {
      message: `Port ${port} for the user pool is in use by another program; stop it, or choose another port.`,
    });
  });

  it("closes once, and again without waiting", async () => {
    const brief = await startIdentity({ state: poolStack(), port: 0 });
    await brief.close();
    await brief.close();
    await assert.rejects(fetch(brief.url));
  });

  it("without a domain serves keys, and says what the rest needs", async () => {
    const stack = poolStack();
    const resources = stack.resources.filter(({ type }) => type !== "aws:cognito/userPoolDomain:UserPoolDomain");
    const bare = await startIdentity({ state: { ...stack, resources }, port: 0 });
    try {
      assert.equal((await fetch(`${bare.url}/${poolId}/.well-known/jwks.json`)).status, 200);
      const refused = await fetch(`${bare.url}/oauth2/token`, { method: "POST" });
      assert.equal(refused.status, 404);
      assert.match(await refused.text(), /User pool people has no domain/);
    } finally {
      await bare.close();
    }
  });

  it("prints nothing when it starts", async () => {
    const printed: unknown[] = [];
    const { info, warn } = console;
    Object.assign(console, {
      info: (line: unknown) => printed.push(line),
      warn: (line: unknown) => printed.push(line),
    });
    try {
      await (await startIdentity({ state: poolStack(), port: 0 })).close();
    } finally {
      Object.assign(console, { info, warn });
    }
    assert.deepEqual(printed, []);
  });
});
