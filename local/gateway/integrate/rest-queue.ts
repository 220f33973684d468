import type { Answer } from "../answer";
import type { QueueEndpoint } from "../model";
import type { GatewayRequest } from "../request";
import { type RestRefusal, restRefusals } from "../rest-refusal";
import { planRestRequest } from "./plan-rest-request";
import { restAnswer } from "./rest-answer";
import type { IntegrationWorld } from "./world";

/**
 * Answers for an AWS service integration with SQS: what the templates and mappings make of the request goes to the queue, over
 * either protocol of SQS. Whether the role may send is not looked at; that there is one is.
 * @see https://repost.aws/knowledge-center/api-gateway-rest-api-sqs-errors
 * @throws {NotSimulated}
 */
export async function restQueue(
  integration: QueueEndpoint,
  request: GatewayRequest,
  { sqs, explain }: Pick<IntegrationWorld, "sqs" | "explain">,
): Promise<Answer | RestRefusal> {
  if (!integration.assumesRole) {
    explain(
      `The integration with the queue ${integration.path} has no credentials; expected a role that may send messages.`,
    );
    return restRefusals.apiConfiguration;
  }
  const planned = planRestRequest(integration, false, request);
  if ("refusal" in planned) return planned.refusal;
  const headers = Object.fromEntries(planned.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const query = planned.uri.split("?")[1];
  const body = [query, planned.body.toString("utf8")].filter(Boolean).join("&");
  const answer = await sqs.answer({ path: integration.path, headers, body });
  if (answer.status >= 400) explain(`SQS refused with ${answer.status}: ${answer.body}`);
  return restAnswer(integration.responses, { ...answer, body: Buffer.from(answer.body) }, request);
}
