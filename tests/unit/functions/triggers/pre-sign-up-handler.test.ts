import assert from "node:assert/strict";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { parseDomains, parseProviders } from "../../../../functions/triggers/pre-sign-up/allowances";
import { preSignUp, printedBy } from "./events";

describe("the pre sign-up function", () => {
  const { send } = CognitoIdentityProviderClient.prototype;
  const kept = { ...process.env };
  let handler: (event: ReturnType<typeof preSignUp>) => Promise<unknown>;
  let answer: (input: { Filter?: string }) => Promise<object>;

  before(() => {
    process.env.SIGN_UP_DOMAINS = "example.com";
    process.env.IDENTITY_PROVIDERS = '{"Partner":["Partner.example"]}';
    process.env.AWS_REGION = "eu-west-1";
    CognitoIdentityProviderClient.prototype.send = ((command: { input: object }) => answer(command.input)) as never;
    // Not before the environment is set: the function reads it when it is loaded.
    ({ handler } = require("../../../../functions/triggers/pre-sign-up/handler"));
  });
  after(() => {
    CognitoIdentityProviderClient.prototype.send = send;
    for (const name of ["SIGN_UP_DOMAINS", "IDENTITY_PROVIDERS", "AWS_REGION"]) {
      if (kept[name] === undefined) delete process.env[name];
      else process.env[name] = kept[name];
    }
  });

  const ada = { email: "ada@partner.example", email_verified: "true" };
  const federated = () => preSignUp("PreSignUp_ExternalProvider", "partner_7", ada);

  it("links, gives the event back as it came, and logs no person", async () => {
    const Attributes = [
      { Name: "email", Value: ada.email },
      { Name: "email_verified", Value: "true" },
    ];
    const inputs: object[] = [];
    answer = async (input) => {
      inputs.push(input);
      return { Users: [{ Username: "ada", UserStatus: "CONFIRMED", Enabled: true, Attributes }] };
    };
    const lines = await printedBy(async () => assert.deepEqual(await handler(federated()), federated()));
    assert.equal(inputs.length, 2);
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      [
        {
          event: "preSignUp",
          triggerSource: "PreSignUp_ExternalProvider",
          userPoolId: "eu-west-1_Example01",
          clientId: "1example23456789",
          outcome: "linked",
        },
      ],
    );
  });

  it("fails the sign-up when Cognito cannot be asked, and repeats none of what it said", async () => {
    answer = async () => {
      throw Object.assign(new Error("User ada@partner.example is odd"), { name: "TooManyRequestsException" });
    };
    const lines = await printedBy(() =>
      assert.rejects(handler(federated()), (error: Error) => {
        assert.equal(error.message, "Signing up is not possible at the moment. Try again later");
        assert.equal(error.cause, undefined);
        return true;
      }),
    );
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /"outcome":"failed","error":"TooManyRequestsException"/);
    assert.doesNotMatch(lines[0]!, /ada|@/);
  });

  it("says to the person why, and to operators in a word", async () => {
    const event = preSignUp("PreSignUp_SignUp", "ada", { email: "ada@example.org" });
    const lines = await printedBy(() => assert.rejects(handler(event), /of certain domains/));
    assert.match(lines[0]!, /"outcome":"refused","reason":"domain"/);
    assert.doesNotMatch(lines[0]!, /ada|@/);
  });
});

describe("what the pre sign-up function is told", () => {
  for (const { text, domains } of [
    { text: undefined, domains: [] },
    { text: "", domains: [] },
    { text: " Example.com, ,b.example ", domains: ["example.com", "b.example"] },
  ])
    it(`is the domains of ${JSON.stringify(text)}`, () => assert.deepEqual(parseDomains(text), domains));

  it("is the providers, none by default", () => {
    assert.deepEqual(parseProviders(undefined), {});
    assert.deepEqual(parseProviders('{"A":["B.example"],"C":[]}'), { A: ["b.example"], C: [] });
  });

  for (const text of ["[]", "7", '{"A":"b.example"}', '{"A":[1]}'])
    it(`is not providers in the form ${text}`, () =>
      assert.throws(() => parseProviders(text), /IDENTITY_PROVIDERS is not an object of lists of domains/));
});
