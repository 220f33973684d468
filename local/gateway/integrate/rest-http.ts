import type { Answer } from "../answer";
import type { HttpEndpoint } from "../model";
import type { GatewayRequest } from "../request";
import { type RestRefusal, restRefusals } from "../rest-refusal";
import { planRestRequest } from "./plan-rest-request";
import { restAnswer } from "./rest-answer";
import { readWhole, send } from "./send";
import type { IntegrationWorld } from "./world";

/**
 * Answers for an `HTTP` or `HTTP_PROXY` integration of a REST API. Where the upstream cannot be reached, a public one is a 504
 * and one behind a VPC link a 500, as in AWS.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html
 * @see https://repost.aws/knowledge-center/api-gateway-500-error-vpc
 * @throws {NotSimulated}
 */
export async function restHttp(
  integration: HttpEndpoint,
  request: GatewayRequest,
  { upstreams, explain }: Pick<IntegrationWorld, "upstreams" | "explain">,
): Promise<Answer | RestRefusal> {
  const { upstream, proxy, responses, timeoutMs, streams } = integration;
  const planned = planRestRequest(integration, proxy, request);
  if ("refusal" in planned) return planned.refusal;
  const unreachable = (reason: string): RestRefusal => {
    explain(reason);
    return upstream.isPrivate ? restRefusals.apiConfiguration : restRefusals.unreachable;
  };
  const location = upstreams.locate(upstream, planned.uri);
  if (location.kind === "away") return unreachable(location.reason);
  const sent = await send({ ...planned, url: location.url, timeoutMs });
  if (sent.kind === "timedOut") return restRefusals.integrationTimeout;
  if (sent.kind === "unreachable") return unreachable(upstreams.unanswered(upstream, location.url, sent.reason));

  const { status, headers } = sent;
  if (proxy && streams) return { status, headers: remapped(headers), body: Buffer.alloc(0), rest: sent.body };
  const body = await readWhole(sent.body, timeoutMs);
  if (body === undefined) return restRefusals.integrationTimeout;
  if (!proxy) return restAnswer(responses, { status, headers, body }, request);
  return { status, headers: remapped(headers), body };
}

/**
 * Headers of an upstream's answer that the gateway sets itself, and so passes on under another name.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
const remappedHeaders = new Set([
  "connection",
  "content-length",
  "date",
  "server",
  "www-authenticate",
  "x-amzn-requestid",
]);

const dropped = new Set(["keep-alive", "trailer", "transfer-encoding", "upgrade"]);

const remapped = (headers: Answer["headers"]): Answer["headers"] =>
  headers
    .filter(([name]) => !dropped.has(name.toLowerCase()))
    .map(([name, value]) => [remappedHeaders.has(name.toLowerCase()) ? `x-amzn-Remapped-${name}` : name, value]);
