import { type Answer, json, notSimulated } from "./answer";
import { chooseTemplate } from "./gateway-response";
import { matchesMediaType } from "./media-type";
import type { MockResponse, RestIntegration } from "./model";
import { renderTemplate, type TemplateVariables } from "./template";

type Mock = Extract<RestIntegration, { kind: "mock" }>;

/**
 * Answers for a mock integration: its request template gives `{"statusCode": n}`, the integration response for n gives headers
 * (static values only) and body.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
 * @param contentType - Of the request; `application/json` where it has none, as in AWS.
 */
export function mockAnswer(mock: Mock, contentType: string | undefined, variables: TemplateVariables): Answer {
  const template = Object.entries(mock.requestTemplates).find(([type]) =>
    matchesMediaType(type, contentType ?? "application/json"),
  );
  // A preflight carries no body and so no media type worth matching: the only template there is, is meant.
  const rendered = renderTemplate(template?.[1] ?? Object.values(mock.requestTemplates)[0] ?? "", variables);
  if (rendered.kind === "unsupported")
    return notSimulated(`${rendered.found} in a mock integration's request template`);
  const status = statusCode(rendered.text);
  const response = status === undefined ? undefined : chooseResponse(mock.responses, status);
  if (response === undefined) return json(500, { message: "Internal server error" });

  const headers = Object.entries(response.parameters).flatMap(([target, source]) => {
    const name = /^method\.response\.header\.(.+)$/.exec(target)?.[1];
    const value = /^'(.*)'$/s.exec(source)?.[1];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  const body = chooseTemplate(response.templates);
  const text = renderTemplate(body?.text ?? "", variables);
  if (text.kind === "unsupported") return notSimulated(`${text.found} in a mock integration's response template`);
  return {
    status: response.status,
    headers: [["content-type", body?.mediaType ?? "application/json"], ...headers],
    body: Buffer.from(text.text),
  };
}

function statusCode(text: string): number | undefined {
  const found = /"?statusCode"?\s*:\s*"?(\d{3})/.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** The response whose selection pattern matches, or else the one without a pattern. */
function chooseResponse(responses: readonly MockResponse[], status: number): MockResponse | undefined {
  return (
    responses.find(
      ({ selectionPattern }) => selectionPattern && new RegExp(`^(?:${selectionPattern})$`).test(String(status)),
    ) ?? responses.find(({ selectionPattern }) => !selectionPattern)
  );
}
