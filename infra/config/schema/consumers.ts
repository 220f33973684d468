import { z } from "zod";
import type { Catalogue } from "../../catalogue";
import { flag, setOf, text } from "../fields";
import { byName } from "./by-name";

const principal = text(
  "an AWS account id, or the ARN of an IAM role",
  /^(\d{12}|arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]{1,576})$/,
);

/** What this environment lets other teams have. */
export const consumers = (catalogue: Catalogue) => {
  const clients = Object.entries(catalogue.clients);
  const confidential = clients.filter(([, { kind }]) => kind === "web" || kind === "machine");
  return z.strictObject({
    /** Whether each output is also an SSM parameter, `/<project>/<stack>/<output>`, for teams without Pulumi. */
    parameters: flag(),
    /**
     * Who may read a client's secret, by confidential client; a role must exist. Any entry makes a KMS key, at a dollar a month: other
     * accounts cannot use AWS's own.
     * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html
     */
    secretReaders: byName(
      confidential.map(([name]) => name),
      () => setOf(principal, "a list of AWS account ids and ARNs of IAM roles").optional(),
    ),
    /**
     * Scopes of other teams' resource servers in this user pool, by client that may ask for them. Cognito refuses one that does not
     * exist, so the other team's stack goes first.
     * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html (ScopeDoesNotExistException)
     */
    scopes: byName(
      clients.map(([name]) => name),
      () =>
        setOf(
          text(
            "a scope such as invoices/read",
            /^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]+\/[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]+$/,
          ),
          "a list of scopes such as invoices/read",
        ).optional(),
    ),
  });
};
