import type { AuthorizerValues } from "./authorization";
import { clfTime } from "./event-parts";
import { firstHeader, type GatewayRequest } from "./request";

/** `$context` variables that both kinds of API know before anybody is authorized. */
export function commonContext(
  request: Pick<GatewayRequest, "headers" | "method" | "fullPath" | "requestId" | "sourceIp" | "time">,
) {
  const host = firstHeader(request, "host") ?? "";
  return {
    httpMethod: request.method,
    path: request.fullPath,
    protocol: "HTTP/1.1",
    requestId: request.requestId,
    extendedRequestId: request.requestId,
    requestTime: clfTime(request.time),
    requestTimeEpoch: String(request.time),
    domainName: host,
    domainPrefix: host.split(/[.:]/)[0] ?? "",
    "identity.sourceIp": request.sourceIp,
    "identity.userAgent": firstHeader(request, "user-agent") ?? "",
  };
}

/** The request with what its authorizer said under `$context.authorizer`. */
export function withAuthorizer(request: GatewayRequest, values: AuthorizerValues | undefined): GatewayRequest {
  return values === undefined
    ? request
    : { ...request, context: { ...request.context, ...flat("authorizer", values) } };
}

const flat = (prefix: string, values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(values).map(([name, value]) => {
      if (value === null || value === undefined) return {};
      const path = `${prefix}.${name}`;
      return typeof value === "object" && !Array.isArray(value)
        ? flat(path, value as Record<string, unknown>)
        : { [path]: typeof value === "object" ? JSON.stringify(value) : String(value) };
    }),
  );
