import type { Answer } from "../answer";
import { type EndpointAnswer, restValue } from "../mapping/rest-expression";
import { mapTemplate } from "../mapping/velocity";
import type { IntegrationResponse } from "../model";
import { firstHeader, type GatewayRequest } from "../request";
import { type RestRefusal, restRefusals } from "../rest-refusal";

/**
 * What the caller gets of an integration's answer: the response whose pattern matches its status, with the headers that are mapped and
 * the body that a template makes, or the integration's own.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-response.html
 * @throws {NotSimulated}
 */
export function restAnswer(
  responses: readonly IntegrationResponse[],
  endpoint: EndpointAnswer,
  request: GatewayRequest,
): Answer | RestRefusal {
  const response = chooseResponse(responses, endpoint.status);
  if (response === undefined) return restRefusals.apiConfiguration;
  const headers = Object.entries(response.parameters).flatMap(([target, source]) => {
    const name = /^method\.response\.header\.(.+)$/.exec(target)?.[1];
    const value = restValue(source, request, endpoint);
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  const template = chooseTemplate(response.templates, firstHeader(request, "accept"));
  const mapped = template && mapTemplate(template.text, request, endpoint.body);
  const overriding = Object.entries(mapped?.responseOverride.header ?? {}).map(
    ([name, value]) => [name, String(value)] as const,
  );
  const all = [["content-type", template?.mediaType ?? "application/json"] as const, ...headers, ...overriding];
  return {
    status: overridingStatus(mapped?.responseOverride.status) ?? response.status,
    headers: all.filter(
      ([name], index) => !all.slice(index + 1).some(([later]) => later.toLowerCase() === name.toLowerCase()),
    ),
    body: mapped ? Buffer.from(mapped.text) : endpoint.body,
  };
}

/** The response whose selection pattern matches the status, or else the one without a pattern. */
function chooseResponse(responses: readonly IntegrationResponse[], status: number): IntegrationResponse | undefined {
  return (
    responses.find(
      ({ selectionPattern }) => selectionPattern && new RegExp(`^(?:${selectionPattern})$`).test(String(status)),
    ) ?? responses.find(({ selectionPattern }) => !selectionPattern)
  );
}

/** The template of the media type that the caller accepts, or else that of JSON, or else the first. An empty one makes an empty body. */
function chooseTemplate(templates: IntegrationResponse["templates"], accept: string | undefined) {
  const wanted = [accept, "application/json", Object.keys(templates)[0]];
  const mediaType = wanted.find((type) => type !== undefined && templates[type] !== undefined);
  return mediaType === undefined ? undefined : { mediaType, text: templates[mediaType] ?? "" };
}

const overridingStatus = (status: unknown): number | undefined => {
  const number = Number(status);
  return Number.isInteger(number) && number >= 100 && number <= 599 ? number : undefined;
};
