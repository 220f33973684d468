import { type Answer, json, notSimulated, withHeaders } from "./answer";
import type { GatewayResponse } from "./model";
import { firstHeader, firstQuery, type GatewayRequest } from "./request";
import type { RestRefusal } from "./rest-refusal";
import { renderTemplate, type TemplateVariables } from "./template";

/**
 * How a REST API words a refusal: by the gateway response of its type, or else by `DEFAULT_4XX` or `DEFAULT_5XX`, or else as AWS
 * words it. A gateway response without a template keeps AWS's body and adds its headers.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export function gatewayAnswer(
  refusal: RestRefusal,
  responses: ReadonlyMap<string, GatewayResponse>,
  request: GatewayRequest,
): Answer {
  const fallback = refusal.status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
  const response = responses.get(refusal.type) ?? responses.get(fallback);
  const status = response?.status ?? refusal.status;
  const variables = errorVariables(refusal, request);
  const errorType: readonly [string, string] = ["x-amzn-ErrorType", refusal.errorType];
  const headers = [errorType, ...responseHeaders(response?.parameters ?? {}, request, variables)];
  const template = chooseTemplate(response?.templates ?? {});
  if (template === undefined) return withHeaders(json(status, { [refusal.field]: refusal.message }), headers);

  const rendered = renderTemplate(template.text, variables);
  if (rendered.kind === "unsupported") {
    return notSimulated(`${rendered.found} in the template of gateway response ${refusal.type}`);
  }
  return withHeaders(
    { status, headers: [["content-type", template.mediaType]], body: Buffer.from(rendered.text) },
    headers,
  );
}

/** JSON first, as nearly every client accepts it. */
export function chooseTemplate(
  templates: Readonly<Record<string, string>>,
): { readonly mediaType: string; readonly text: string } | undefined {
  const [mediaType, text] =
    Object.entries(templates).find(([type]) => type === "application/json") ?? Object.entries(templates)[0] ?? [];
  return mediaType === undefined || text === undefined ? undefined : { mediaType, text };
}

function errorVariables(refusal: RestRefusal, request: GatewayRequest): TemplateVariables {
  const context = Object.fromEntries(
    Object.entries(request.context).map(([name, value]) => [`context.${name}`, value]),
  );
  const stage = Object.entries(request.stage.variables).map(([name, value]) => [`stageVariables.${name}`, value]);
  return {
    ...context,
    ...Object.fromEntries(stage),
    "context.error.message": refusal.message,
    "context.error.messageString": JSON.stringify(refusal.message),
    "context.error.responseType": refusal.type,
    // AWS does not say that it escapes quotation marks here; public templates that put the variable between some rely on it.
    ...(refusal.validation !== undefined && {
      "context.error.validationErrorString": JSON.stringify(refusal.validation).slice(1, -1),
    }),
  };
}

/** `gatewayresponse.header.X` set to `'text'`, `method.request.header.Y`, `method.request.querystring.Z` or `context.name`. */
function responseHeaders(
  parameters: Readonly<Record<string, string>>,
  request: GatewayRequest,
  variables: TemplateVariables,
): readonly (readonly [string, string])[] {
  return Object.entries(parameters).flatMap(([target, source]) => {
    const name = /^gatewayresponse\.header\.(.+)$/.exec(target)?.[1];
    const value = parameterValue(source, request, variables);
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
}

function parameterValue(source: string, request: GatewayRequest, variables: TemplateVariables): string | undefined {
  const text = /^'(.*)'$/s.exec(source)?.[1];
  if (text !== undefined) return text;
  const [, place, name] = /^method\.request\.(header|querystring|path)\.(.+)$/.exec(source) ?? [];
  if (place === "header") return firstHeader(request, name ?? "");
  if (place === "querystring") return firstQuery(request, name ?? "");
  if (place === "path") return request.pathParameters[name ?? ""];
  return variables[source] ?? undefined;
}
