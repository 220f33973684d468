import assert from "node:assert/strict";
import { SamlLib } from "samlify";
import type { FederationFault } from "../../../local/federation/fault";
import type { SamlProvider } from "../../../local/federation/provider/provider";
import { unwrapped } from "../../../local/federation/saml/certificate";
import { planResponse } from "../../../local/federation/saml/response";
import { asked, issuer, plain, SamlPair } from "../../support/federation/saml";

const encrypted: SamlProvider = { ...plain, encryptedResponses: true };
const ada = { subject: "ada", claims: { mail: "ada@corp.example.com", memberOf: "[<staff>, it's]" } };

describe("the pool, of a SAML answer,", () => {
  let pair: SamlPair;
  before(async () => {
    pair = await SamlPair.make();
  });

  const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const edited = (response: string, edit: (xml: string) => string) =>
    Buffer.from(edit(Buffer.from(response, "base64").toString("utf8"))).toString("base64");

  for (const settings of [plain, encrypted]) {
    const how = settings.encryptedResponses ? "is encrypted" : "can be read";
    it(`takes who signed in, from an assertion that ${how}`, async () => {
      const response = await pair.provider(settings).answer(ada, asked.id);
      assert.equal(Buffer.from(response, "base64").toString("utf8").includes("ada@"), !settings.encryptedResponses);
      assert.deepEqual(await pair.pool(settings).finish(response, asked), ada);
    });
  }

  it("takes one that nobody asked for, once", async () => {
    const [side, response] = [pair.pool(), await pair.provider().answer(ada, undefined)];
    assert.deepEqual(await side.finish(response, undefined), ada);
    await assert.rejects(side.finish(response, undefined), {
      fault: "replayed",
      message: "This answer was given before; each is taken once. Sign in again.",
    });
  });

  const another = "urn:amazon:cognito:sp:eu-west-1_Another01";
  const refusals: readonly {
    readonly why: string;
    readonly response: () => string | Promise<string>;
    readonly settings?: SamlProvider;
    readonly unasked?: true;
    readonly fault: FederationFault;
    readonly message: string | RegExp;
  }[] = [
    {
      why: "refuses one without a signature",
      response: async () =>
        edited(await pair.provider().answer(ada, asked.id), (xml) =>
          xml.replace(/<ds:Signature.*<\/ds:Signature>/s, ""),
        ),
      fault: "untrusted",
      message: "The answer of Corp is not signed by it, or has been changed since.",
    },
    {
      why: "refuses one of which only the envelope is signed",
      response: () => {
        const { audience, recipient } = pair.parties();
        const terms = { issuer, audience, recipient, inResponseTo: asked.id, issuedAt: new Date() };
        return SamlLib.constructSAMLSignature({
          rawSamlMessage: planResponse(terms, ada),
          isMessageSigned: true,
          privateKey: pair.providerKey.privateKey,
          signingCert: unwrapped(pair.providerKey.certificate),
          signatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        });
      },
      fault: "untrusted",
      message: "The answer of Corp is not signed by it, or has been changed since.",
    },
    {
      why: "refuses one that a stranger signed",
      response: () => pair.provider(plain, {}, pair.strangerKey).answer(ada, asked.id),
      fault: "untrusted",
      message: "The answer of Corp is not signed by it, or has been changed since.",
    },
    {
      why: "refuses an encrypted one that a stranger signed",
      response: () => pair.provider(encrypted, {}, pair.strangerKey).answer(ada, asked.id),
      settings: encrypted,
      fault: "untrusted",
      message: "The answer of Corp is not signed by it, or has been changed since.",
    },
    {
      why: "refuses one whose person was changed",
      response: async () =>
        edited(await pair.provider().answer(ada, asked.id), (xml) => xml.replace("ada@corp", "root@corp")),
      fault: "untrusted",
      message: "The answer of Corp is not signed by it, or has been changed since.",
    },
    {
      why: "refuses a forged assertion beside the signed one",
      response: async () =>
        edited(await pair.provider().answer(ada, asked.id), (xml) => {
          const [assertion] = /<saml:Assertion.*<\/saml:Assertion>/s.exec(xml)!;
          const forged = assertion.replace(/<ds:Signature.*<\/ds:Signature>/s, "").replace(/ID="_/, 'ID="_f');
          return xml.replace(assertion, forged.replace(">ada<", ">root<") + assertion);
        }),
      fault: "untrusted",
      message: "The answer of Corp is not signed by it, or has been changed since.",
    },
    {
      why: "refuses one that can be read although it should be encrypted",
      response: () => pair.provider().answer(ada, asked.id),
      settings: encrypted,
      fault: "untrusted",
      message: "The assertion of Corp is not encrypted, and its EncryptedResponses is true.",
    },
    {
      why: "cannot read one that is encrypted for somebody else",
      response: () => pair.provider(encrypted, { poolKey: pair.strangerKey }).answer(ada, asked.id),
      settings: encrypted,
      fault: "malformed",
      message: /^The answer of Corp cannot be read \(/,
    },
    {
      why: "refuses one of another provider with the same key",
      response: () => pair.provider(plain, { issuer: "http://localhost:4798/Other" }).answer(ada, asked.id),
      fault: "untrusted",
      message: `The assertion is of http://localhost:4798/Other, not of Corp (${issuer}).`,
    },
    {
      why: "refuses one that has expired",
      response: () => pair.provider().answer(ada, asked.id, minutesFromNow(-6)),
      fault: "expired",
      message: "The answer of Corp is not valid now: it has expired, or its validity has not begun.",
    },
    {
      why: "refuses one that has expired, also when nobody asked for it",
      response: () => pair.provider().answer(ada, undefined, minutesFromNow(-6)),
      unasked: true,
      fault: "expired",
      message: "The answer of Corp is not valid now: it has expired, or its validity has not begun.",
    },
    {
      why: "refuses one that is not valid yet",
      response: () => pair.provider().answer(ada, asked.id, minutesFromNow(6)),
      fault: "expired",
      message: "The answer of Corp is not valid now: it has expired, or its validity has not begun.",
    },
    {
      why: "refuses one for another pool",
      response: () => pair.provider(plain, { audience: another }).answer(ada, asked.id),
      fault: "misdirected",
      message: "The answer of Corp is for another audience.",
    },
    {
      why: "refuses one for another address",
      response: () => pair.provider(plain, { recipient: "http://localhost:4799/elsewhere" }).answer(ada, asked.id),
      fault: "misdirected",
      message:
        "The assertion of Corp is for http://localhost:4799/elsewhere, not for http://localhost:4799/saml2/idpresponse.",
    },
    {
      why: "refuses one that answers another request",
      response: () => pair.provider().answer(ada, "_other"),
      fault: "misdirected",
      message: "The answer of Corp does not belong to the request that it comes with.",
    },
    {
      why: "refuses one that answers another request, although its unsigned envelope says this one",
      response: async () =>
        edited(await pair.provider().answer(ada, "_other"), (xml) =>
          xml.replace('InResponseTo="_other"', `InResponseTo="${asked.id}"`),
        ),
      fault: "misdirected",
      message: "The answer of Corp does not belong to the request that it comes with.",
    },
    {
      why: "refuses one that answers no request, although its unsigned envelope says this one",
      response: async () =>
        edited(await pair.provider().answer(ada, undefined), (xml) =>
          xml.replace("Destination=", `InResponseTo="${asked.id}" Destination=`),
        ),
      fault: "misdirected",
      message: "The assertion of Corp answers another request.",
    },
    {
      why: "refuses one that answers a request, and is passed off as unasked",
      response: async () =>
        edited(await pair.provider().answer(ada, "_other"), (xml) => xml.replace('InResponseTo="_other"', "")),
      unasked: true,
      fault: "misdirected",
      message: "The assertion of Corp answers a request, and comes without it.",
    },
    {
      why: "refuses one that names nobody",
      response: () => pair.provider().answer({ ...ada, subject: "" }, asked.id),
      fault: "malformed",
      message: "The assertion of Corp has no NameID.",
    },
    {
      why: "says that the person refused",
      response: () => pair.provider().refuse(asked.id),
      fault: "refused",
      message: "Corp refused the sign-in: the person did not want to sign in.",
    },
    {
      why: "cannot read what is no XML",
      response: () => Buffer.from("hello").toString("base64"),
      fault: "malformed",
      message: /^The answer of Corp cannot be read \(/,
    },
  ];
  for (const { why, response, settings, unasked, fault, message } of refusals) {
    it(why, async () => {
      const answer = await response();
      await assert.rejects(pair.pool(settings).finish(answer, unasked ? undefined : asked), {
        name: "FederationError",
        fault,
        message,
      });
    });
  }
});
