import assert from "node:assert/strict";
import type { Cognito } from "../../../../functions/triggers/cognito";
import { cognitoDirectory } from "../../../../functions/triggers/pre-sign-up/directory";

/** A client that answers in turn, and keeps what it was sent. */
function clientOf(...answers: object[]) {
  const sent: { name: string; input: unknown }[] = [];
  const send = async (command: { constructor: { name: string }; input: unknown }) => {
    sent.push({ name: command.constructor.name, input: command.input });
    return answers[sent.length - 1] ?? {};
  };
  return { client: { send } as unknown as Cognito, sent };
}

const user = (Username: string, email: string, verified = "true") => ({
  Username,
  UserStatus: "CONFIRMED",
  Enabled: true,
  Attributes: [
    { Name: "email", Value: email },
    { Name: "email_verified", Value: verified },
  ],
});

describe("the user pool's accounts", () => {
  it("are read to the last page", async () => {
    const { client, sent } = clientOf(
      { Users: [user("a", "ada@example.com")], PaginationToken: "next" },
      { Users: [user("b", "ada@example.com", "false")] },
    );
    const accounts = await cognitoDirectory(client).withEmail("pool", "ada@example.com");
    assert.deepEqual(
      accounts.map(({ username, emailVerified }) => [username, emailVerified]),
      [
        ["a", true],
        ["b", false],
      ],
    );
    const Filter = 'email = "ada@example.com"';
    assert.deepEqual(sent, [
      { name: "ListUsersCommand", input: { UserPoolId: "pool", Filter, PaginationToken: undefined } },
      { name: "ListUsersCommand", input: { UserPoolId: "pool", Filter, PaginationToken: "next" } },
    ]);
  });

  it("are asked for by an address that cannot leave its quotation marks", async () => {
    const { client, sent } = clientOf();
    await cognitoDirectory(client).withEmail("pool", '"a\\" or "@example.com');
    const Filter = 'email = "\\"a\\\\\\" or \\"@example.com"';
    assert.deepEqual(sent[0]?.input, { UserPoolId: "pool", Filter, PaginationToken: undefined });
  });

  it("count as disabled, unknown and unverified unless Cognito says otherwise", async () => {
    const { client } = clientOf({ Users: [{ Username: "a" }] });
    assert.deepEqual(await cognitoDirectory(client).withEmail("pool", "ada@example.com"), [
      { username: "a", status: "UNKNOWN", enabled: false, email: "", emailVerified: false },
    ]);
  });

  it("are linked to what the provider calls the subject", async () => {
    const { client, sent } = clientOf();
    await cognitoDirectory(client).link("pool", "ada", "Partner", "aB3");
    assert.deepEqual(sent, [
      {
        name: "AdminLinkProviderForUserCommand",
        input: {
          UserPoolId: "pool",
          DestinationUser: { ProviderName: "Cognito", ProviderAttributeValue: "ada" },
          SourceUser: {
            ProviderName: "Partner",
            ProviderAttributeName: "Cognito_Subject",
            ProviderAttributeValue: "aB3",
          },
        },
      },
    ]);
  });
});
