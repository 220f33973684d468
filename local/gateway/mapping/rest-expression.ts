import { firstHeader, type GatewayRequest, headerValues, queryValues } from "../request";
import { asText, jsonPath, parseJson } from "./json-path";

/** What an integration answered, before it is mapped. */
export interface EndpointAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/**
 * The value of a mapping expression of a REST API: `method.request.header.X`, `integration.response.body.x`, `context.x`,
 * `stageVariables.x` or `'text'`. Undefined where there is none, and for an expression of another form.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html
 * @param answer - Absent while the request is mapped.
 */
export function restValue(expression: string, request: GatewayRequest, answer?: EndpointAnswer): string | undefined {
  const text = /^'(.*)'$/s.exec(expression)?.[1];
  if (text !== undefined) return text;
  const [, side, place = "", name = ""] =
    /^(method\.request|integration\.response)\.(\w+)(?:\.(.+))?$/.exec(expression) ?? [];
  if (side === "method.request") return requestValue(place, name, request);
  if (side === "integration.response") return answer && answerValue(place, name, answer);
  const [, root, variable = ""] = /^(context|stageVariables)\.(.+)$/.exec(expression) ?? [];
  if (root === "context") return request.context[variable];
  return root === "stageVariables" ? request.stage.variables[variable] : undefined;
}

function requestValue(place: string, name: string, request: GatewayRequest): string | undefined {
  switch (place) {
    case "path":
      return request.pathParameters[name];
    case "querystring":
      return queryValues(request).get(name)?.at(-1);
    case "multivaluequerystring":
      return queryValues(request).get(name)?.join(",");
    case "header":
      return firstHeader(request, name);
    case "multivalueheader":
      return allOf(request.headers, name);
    case "body":
      return bodyValue(request.body, name);
    default:
      return undefined;
  }
}

function answerValue(place: string, name: string, { headers, body }: EndpointAnswer): string | undefined {
  if (place === "header") return firstHeader({ headers }, name);
  if (place === "multivalueheader") return allOf(headers, name);
  return place === "body" ? bodyValue(body, name) : undefined;
}

const allOf = (headers: EndpointAnswer["headers"], name: string): string | undefined =>
  [...headerValues({ headers })].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1].join(",");

/** The body whole, or what stands at a JSON path in it. */
export const bodyValue = (body: Buffer, path: string): string | undefined =>
  path === "" ? body.toString("utf8") : asText(jsonPath(parseJson(body), path));
