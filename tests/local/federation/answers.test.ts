import assert from "node:assert/strict";
import type { Federation } from "../../../local/federation/contract";
import { startFederation } from "../../../local/federation/start";
import { answerOf } from "../../support/federation/person";
import { federatedStack, poolUrl } from "../../support/federation/stack";

describe("an answer to the pool", () => {
  let federation: Federation;
  before(async () => {
    federation = await startFederation({ state: federatedStack(), poolUrl });
  });
  after(() => federation.close());

  for (const provider of ["Corp", "Plain", "Partner", "Social"]) {
    it(`of ${provider} is taken once`, async () => {
      const answer = await answerOf(await federation.begin(provider, "relay"));
      await federation.finish(answer);
      await assert.rejects(federation.finish(answer), {
        name: "FederationError",
        fault: "replayed",
        message: "This answer was given before; each is taken once. Sign in again.",
      });
    });

    it(`of ${provider} may be that the person refuses`, async () => {
      const answer = await answerOf(await federation.begin(provider, "relay"), { decision: "refuse" });
      await assert.rejects(federation.finish(answer), {
        fault: "refused",
        message: `${provider} refused the sign-in: the person did not want to sign in.`,
      });
    });
  }

  const unasked = async (provider: string, query = "") => {
    const { origin } = new URL(await federation.begin(provider, ""));
    return answerOf(`${origin}/${provider}/start${query}`);
  };

  it("that nobody asked for is refused", async () => {
    const message = "Nobody asked for this answer here. To take such answers of Corp, set its IDPInit to true.";
    await assert.rejects(async () => federation.finish(await unasked("Corp")), { fault: "unasked", message });
  });

  it("that nobody asked for is taken where the provider may begin, with its own RelayState", async () => {
    const { claims: _, ...signIn } = await federation.finish(await unasked("Plain", "?RelayState=client_id%3Dx"));
    assert.deepEqual(signIn, { provider: "Plain", relay: "client_id=x", unasked: true, subject: "ada" });
  });

  it("of one sign-in is not taken with another's key", async () => {
    const [one, two] = [await federation.begin("Plain", "one"), await federation.begin("Plain", "two")];
    const { path, parameters } = await answerOf(one);
    const RelayState = new URL(two).searchParams.get("RelayState")!;
    await assert.rejects(federation.finish({ path, parameters: { ...parameters, RelayState } }), {
      fault: "misdirected",
      message: "The answer of Plain does not belong to the request that it comes with.",
    });
  });

  it("of one provider is not taken for another's", async () => {
    const { path, parameters } = await answerOf(await federation.begin("Plain", "one"));
    const RelayState = new URL(await federation.begin("Corp", "two")).searchParams.get("RelayState")!;
    await assert.rejects(federation.finish({ path, parameters: { ...parameters, RelayState } }), {
      fault: "misdirected",
    });
  });

  it("of SAML is not taken with the key of an OIDC sign-in", async () => {
    const { path, parameters } = await answerOf(await federation.begin("Corp", "one"));
    const RelayState = new URL(await federation.begin("Partner", "two")).searchParams.get("state")!;
    await assert.rejects(federation.finish({ path, parameters: { ...parameters, RelayState } }), { fault: "unasked" });
  });

  it("keeps what the pool gave along to itself", async () => {
    for (const provider of ["Corp", "Partner"]) {
      assert.ok(!(await federation.begin(provider, "secret-relay")).includes("secret-relay"));
    }
  });

  for (const { why, answer, fault, message } of [
    {
      why: "with a state that was never sent is refused",
      answer: { path: "/oauth2/idpresponse", parameters: { code: "x", state: "y" } },
      fault: "unasked",
      message: "Nobody asked for this answer here.",
    },
    {
      why: "without a state is refused",
      answer: { path: "/oauth2/idpresponse", parameters: { code: "x" } },
      fault: "unasked",
      message: "Nobody asked for this answer here.",
    },
    {
      why: "of SAML from nobody in particular is refused",
      answer: { path: "/saml2/idpresponse", parameters: { SAMLResponse: "aGVsbG8=" } },
      fault: "unasked",
      message: "Nobody asked for this answer here.",
    },
    {
      why: "of SAML must hold one",
      answer: { path: "/saml2/idpresponse", parameters: { RelayState: "x" } },
      fault: "malformed",
      message: "The answer has no SAMLResponse.",
    },
    {
      why: "comes to one of two addresses",
      answer: { path: "/elsewhere", parameters: {} },
      fault: "malformed",
      message: "An answer came to /elsewhere; expected /saml2/idpresponse or /oauth2/idpresponse.",
    },
  ]) {
    it(why, () => assert.rejects(federation.finish(answer as never), { name: "FederationError", fault, message }));
  }

  it("is not begun at a provider that the pool does not have", () =>
    assert.rejects(federation.begin("Other", ""), {
      message: "There is no identity provider Other here; found: Corp, Plain, Partner, Social.",
    }));
});

describe("a pool without identity providers", () => {
  it("plays none, and needs no port", async () => {
    const federation = await startFederation({ state: federatedStack([]), poolUrl });
    assert.deepEqual(federation.providers, []);
    await assert.rejects(federation.begin("Corp", ""), {
      message: "There is no identity provider Corp here; found: none.",
    });
    await federation.close();
  });
});
