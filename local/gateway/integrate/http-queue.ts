import { httpValue } from "../mapping/http-expression";
import { parseJson } from "../mapping/json-path";
import { NotSimulated } from "../mapping/not-simulated";
import type { EndpointAnswer } from "../mapping/rest-expression";
import type { HttpIntegration } from "../model";
import type { GatewayRequest } from "../request";
import type { IntegrationWorld } from "./world";

/** The integrations that are simulated. HTTP APIs also know `SQS-ReceiveMessage`. */
const known = ["SendMessage", "DeleteMessage", "PurgeQueue"];

/** Parameters that are written as JSON. */
const structured = ["MessageAttributes"];

/**
 * What a queue answers to an integration of the subtype `SQS-SendMessage` or its like.
 * Unconfirmed: that the answer is the XML of SQS, and what a parameter without a value does; here SQS misses it.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
 * @throws {NotSimulated}
 */
export async function httpQueue(
  { action, parameters, assumesRole }: Extract<HttpIntegration, { kind: "queue" }>,
  request: GatewayRequest,
  { sqs, explain }: Pick<IntegrationWorld, "sqs" | "explain">,
): Promise<EndpointAnswer> {
  if (!known.includes(action)) throw new NotSimulated(`The integration SQS-${action}`);
  if (!assumesRole) {
    explain(`The integration SQS-${action} has no credentialsArn; expected a role that may call SQS.`);
    const body = Buffer.from(JSON.stringify({ message: "Internal Server Error" }));
    return { status: 500, headers: [["content-type", "application/json"]], body };
  }
  const input = Object.fromEntries(
    Object.entries(parameters).flatMap(([name, source]) => {
      const value = httpValue(source, request);
      if (value === undefined || name === "Region") return [];
      return [[name, structured.includes(name) ? parseJson(value) : value] as const];
    }),
  );
  const answer = await sqs.ask(action, input);
  if (answer.status >= 400) explain(`SQS refused with ${answer.status}: ${answer.body}`);
  return { ...answer, body: Buffer.from(answer.body) };
}
