import assert from "node:assert/strict";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { RelyingParty } from "../../../local/federation/oidc/relying-party";
import type { OidcProvider } from "../../../local/federation/provider/provider";
import { Liar } from "../../support/federation/liar";
import { poolUrl } from "../../support/federation/stack";

const settings: OidcProvider = {
  kind: "oidc",
  name: "Partner",
  identifiers: [],
  mapping: {},
  clientId: "gatehouse",
  clientSecret: "not-a-real-secret",
  scopes: ["openid"],
  userInfoMethod: "GET",
};
const request = { nonce: "the-nonce", verifier: "the-verifier" };
type Signer = Awaited<ReturnType<typeof generateKeyPair>>["privateKey"] | Uint8Array;

describe("the pool, of an OIDC answer,", () => {
  let liar: Liar;
  let own: Signer;
  let foreign: Signer;
  before(async () => {
    const [mine, theirs] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
    own = mine.privateKey;
    foreign = theirs.privateKey;
    liar = await Liar.start({ keys: [{ ...(await exportJWK(mine.publicKey)), kid: "one", alg: "RS256" }] });
  });
  after(() => liar.close());
  beforeEach(() => {
    liar.userInfo = { sub: "ada", email: "ada@partner.example", groups: ["a", "b"] };
    liar.configured = undefined;
  });

  const seconds = () => Math.floor(Date.now() / 1000);
  const claims = (changes: JWTPayload = {}): JWTPayload => ({
    iss: liar.url,
    aud: settings.clientId,
    sub: "ada",
    nonce: request.nonce,
    iat: seconds(),
    exp: seconds() + 60,
    name: "Ada",
    ...changes,
  });
  const sign = (payload: JWTPayload, key: Signer = own, alg = "RS256") =>
    new SignJWT(payload).setProtectedHeader({ alg, kid: "one" }).sign(key);
  const party = () => new RelyingParty(settings, liar.url, `${poolUrl}/oauth2/idpresponse`);
  const finish = (query: Readonly<Record<string, string>> = { code: "a code" }) => party().finish(query, request);

  it("takes who signed in: the token's claims and those of userInfo, none about the token", async () => {
    liar.idToken = await sign(claims({ auth_time: 1 }));
    assert.deepEqual(await finish(), {
      subject: "ada",
      claims: { auth_time: "1", name: "Ada", email: "ada@partner.example", groups: "[a, b]" },
    });
  });

  it("redeems the code with its verifier, and its secret in the body, as Cognito does", async () => {
    liar.idToken = await sign(claims());
    await finish();
    assert.deepEqual(Object.fromEntries(new URLSearchParams(liar.last.body)), {
      grant_type: "authorization_code",
      code: "a code",
      redirect_uri: `${poolUrl}/oauth2/idpresponse`,
      code_verifier: request.verifier,
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
    });
  });

  for (const userInfoMethod of ["GET", "POST"] as const) {
    it(`asks for claims by ${userInfoMethod} where the settings say so`, async () => {
      liar.idToken = await sign(claims());
      await new RelyingParty({ ...settings, userInfoMethod }, liar.url, poolUrl).finish({ code: "x" }, request);
      const { method, authorization } = liar.last;
      assert.deepEqual([method, authorization], [userInfoMethod, "Bearer opaque"]);
    });
  }

  it("asked for it with PKCE, state, nonce and the configured scopes", async () => {
    const { url, request: kept } = await party().begin("the-state");
    const query = new URL(url).searchParams;
    assert.deepEqual(
      ["client_id", "scope", "state", "nonce", "code_challenge_method"].map((name) => query.get(name)),
      [settings.clientId, "openid", "the-state", kept.nonce, "S256"],
    );
    assert.notEqual((await party().begin("the-state")).request.nonce, kept.nonce);
    assert.ok(!url.includes(kept.verifier));
  });

  it("hands a token over as a claim only where an attribute is mapped to it", async () => {
    liar.idToken = await sign(claims());
    const mapping = { "custom:token": "access_token" };
    const mapped = new RelyingParty({ ...settings, mapping }, liar.url, `${poolUrl}/oauth2/idpresponse`);
    const [{ claims: without }, { claims: withToken }] = [await finish(), await mapped.finish({ code: "x" }, request)];
    assert.deepEqual(withToken, { ...without, access_token: "opaque" });
  });

  const untrusted = "The ID token of Partner is not signed by it, or has been changed since.";
  for (const { why, token, fault, message } of [
    {
      why: "refuses a token that a stranger signed",
      token: () => sign(claims(), foreign),
      fault: "untrusted",
      message: untrusted,
    },
    {
      why: "refuses a token that was changed",
      token: async () => {
        const [header, , signature] = (await sign(claims())).split(".");
        return [header, Buffer.from(JSON.stringify(claims({ sub: "root" }))).toString("base64url"), signature].join(
          ".",
        );
      },
      fault: "untrusted",
      message: untrusted,
    },
    {
      why: "refuses a token that its own secret signed",
      token: () => sign(claims(), new TextEncoder().encode("not-a-real-secret".repeat(2)), "HS256"),
      fault: "untrusted",
      message: untrusted,
    },
    {
      why: "refuses a token without a signature",
      token: async () => {
        const [, payload] = (await sign(claims())).split(".");
        return `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
      },
      fault: "untrusted",
      message: untrusted,
    },
    {
      why: "refuses a token that has expired",
      token: () => sign(claims({ exp: seconds() - 1 })),
      fault: "expired",
      message: "The ID token of Partner has expired.",
    },
    {
      why: "refuses a token for another client",
      token: () => sign(claims({ aud: "other" })),
      fault: "misdirected",
      message: "The ID token of Partner is not for this pool: aud is another.",
    },
    {
      why: "refuses a token of another issuer",
      token: () => sign(claims({ iss: "https://other.example" })),
      fault: "misdirected",
      message: "The ID token of Partner is not for this pool: iss is another.",
    },
    {
      why: "refuses a token that never ends",
      token: () => sign({ ...claims(), exp: undefined as never }),
      fault: "misdirected",
      message: "The ID token of Partner is not for this pool: exp is missing.",
    },
    {
      why: "refuses a token that answers another request",
      token: () => sign(claims({ nonce: "other" })),
      fault: "misdirected",
      message: "The ID token of Partner answers another request.",
    },
    {
      why: "refuses a token for several clients that does not say for which",
      token: () => sign(claims({ aud: [settings.clientId, "other"] })),
      fault: "misdirected",
      message: "The ID token of Partner was issued to nobody, not gatehouse.",
    },
    {
      why: "refuses a token that was issued to another client",
      token: () => sign(claims({ azp: "other" })),
      fault: "misdirected",
      message: "The ID token of Partner was issued to other, not gatehouse.",
    },
    {
      why: "cannot read what is no token",
      token: async () => "hello",
      fault: "malformed",
      message: "The ID token of Partner cannot be read (Invalid Compact JWS).",
    },
  ]) {
    it(why, async () => {
      liar.idToken = await token();
      await assert.rejects(finish(), { name: "FederationError", fault, message });
    });
  }

  it("refuses claims about somebody else", async () => {
    liar.idToken = await sign(claims());
    liar.userInfo = { sub: "root" };
    await assert.rejects(finish(), {
      fault: "misdirected",
      message: "The userInfo of Partner is about root, the ID token about ada.",
    });
  });

  it("refuses a provider that calls itself something else", async () => {
    liar.configured = "https://other.example";
    await assert.rejects(finish(), {
      fault: "untrusted",
      message: `Partner calls itself https://other.example, not ${liar.url}.`,
    });
  });

  for (const { why, query, fault, message } of [
    {
      why: "refuses an answer without a code",
      query: {},
      fault: "malformed",
      message: "The answer of Partner has no code.",
    },
    {
      why: "says why the provider refused",
      query: { error: "access_denied", error_description: "not today" },
      fault: "refused",
      message: "Partner refused the sign-in: not today.",
    },
    {
      why: "says what the provider called it, when it gave no reason",
      query: { error: "server_error" },
      fault: "refused",
      message: "Partner refused the sign-in: server_error.",
    },
    {
      why: "refuses the answer of another issuer",
      query: { code: "x", iss: "https://other.example" },
      fault: "misdirected",
      message: /^The answer to Partner is of https:\/\/other\.example, not of http:\/\/localhost:\d+\.$/,
    },
  ]) {
    it(why, () => assert.rejects(finish(query as never), { name: "FederationError", fault, message }));
  }
});
