import { firstHeader, type GatewayRequest, headerValues, queryValues } from "../request";
import { bodyValue, type EndpointAnswer } from "./rest-expression";

const reference = /^(request|response|context|stageVariables)(?:\.(.+))?$/;

/**
 * The value of a mapping expression of an HTTP API: `$request.header.x`, `$response.body.x`, `$context.x`, `$stageVariables.x`, or
 * text in which `${...}` stands for such a value. Undefined where the only reference of an expression has no value.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 * @param answer - Absent while the request is mapped.
 */
export function httpValue(expression: string, request: GatewayRequest, answer?: EndpointAnswer): string | undefined {
  const alone = /^\$(?:\{([^}]+)\}|([a-zA-Z].*))$/s.exec(expression);
  const name = alone?.[1] ?? alone?.[2];
  if (name !== undefined && reference.test(name)) return referenced(name, request, answer);
  return expression.replace(/\$\{([^}]+)\}/g, (whole, inner: string) =>
    reference.test(inner) ? (referenced(inner, request, answer) ?? "") : whole,
  );
}

function referenced(name: string, request: GatewayRequest, answer: EndpointAnswer | undefined): string | undefined {
  const [, root = "", rest = ""] = reference.exec(name) ?? [];
  if (root === "context") return request.context[rest];
  if (root === "stageVariables") return request.stage.variables[rest];
  const [, place = "", inner = ""] = /^(\w+)(?:\.(.+))?$/s.exec(rest) ?? [];
  if (root === "response") {
    if (place === "header") return answer && headerOf(answer, inner);
    return place === "body" && answer ? bodyValue(answer.body, inner) : undefined;
  }
  switch (place) {
    case "header":
      return headerOf(request, inner);
    case "querystring":
      return queryValues(request).get(inner)?.join(",");
    case "path":
      return inner === "" ? request.path : request.pathParameters[inner];
    case "body":
      return bodyValue(request.body, inner);
    default:
      return undefined;
  }
}

function headerOf(from: Pick<GatewayRequest, "headers">, name: string): string | undefined {
  if (firstHeader(from, name) === undefined) return undefined;
  return [...headerValues(from)].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1].join(",");
}
