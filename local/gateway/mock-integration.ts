import { type Answer, json } from "./answer";
import { restAnswer } from "./integrate/rest-answer";
import { mapTemplate } from "./mapping/velocity";
import { matchesMediaType } from "./media-type";
import type { RestIntegration } from "./model";
import { firstHeader, type GatewayRequest } from "./request";
import type { RestRefusal } from "./rest-refusal";

type Mock = Extract<RestIntegration, { kind: "mock" }>;

/**
 * Answers for a mock integration: its request template gives `{"statusCode": n}`, the integration response for n the rest.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
 * @throws {NotSimulated}
 */
export function mockAnswer(mock: Mock, request: GatewayRequest): Answer | RestRefusal {
  const contentType = firstHeader(request, "content-type") ?? "application/json";
  const template = Object.entries(mock.requestTemplates).find(([type]) => matchesMediaType(type, contentType));
  // A preflight carries no body and so no media type worth matching: the only template there is, is meant.
  const text = template?.[1] ?? Object.values(mock.requestTemplates)[0] ?? "";
  const status = statusCode(mapTemplate(text, request, request.body).text);
  if (status === undefined) return json(500, { message: "Internal server error" });
  return restAnswer(mock.responses, { status, headers: [], body: Buffer.alloc(0) }, request);
}

function statusCode(text: string): number | undefined {
  const found = /"?statusCode"?\s*:\s*"?(\d{3})/.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}
