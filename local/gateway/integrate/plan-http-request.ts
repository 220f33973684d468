import { httpValue } from "../mapping/http-expression";
import type { HttpIntegration } from "../model";
import { firstHeader, type GatewayRequest } from "../request";
import { fillPath } from "./fill-path";
import { changed } from "./http-mapping";
import type { PlannedRequest } from "./plan-rest-request";

type HttpProxy = Extract<HttpIntegration, { kind: "http" }>;

const ofConnection = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * What an HTTP proxy integration of an HTTP API sends: the caller's request, `Authorization` included, with what is mapped. Behind a
 * VPC link the path is the caller's, with the stage, unless `overwrite:path` says otherwise.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-http.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
 * @returns with an address, or behind a VPC link with path and query alone
 */
export function planHttpRequest(integration: HttpProxy, request: GatewayRequest): PlannedRequest {
  const { parameters } = integration;
  const kept = request.headers.filter(([name]) => !ofConnection.has(name.toLowerCase()));
  const host = firstHeader(request, "host") ?? "";
  const headers = changed(kept, "header", parameters, request);
  const query = changed([...new URLSearchParams(request.query)], "querystring", parameters, request);
  const uri = addressOf(integration, request);
  return {
    method: integration.method ?? request.method,
    uri:
      query.length === 0
        ? uri
        : `${uri}${uri.includes("?") ? "&" : "?"}${new URLSearchParams(query.map(([name, value]) => [name, value]))}`,
    headers: [
      ...headers,
      ["Forwarded", `for=${request.sourceIp};host=${host};proto=https`],
      ["Via", "HTTP/1.1 AmazonAPIGateway"],
    ],
    body: request.body,
  };
}

function addressOf({ uri, parameters }: HttpProxy, request: GatewayRequest): string {
  const overwritten = parameters["overwrite:path"];
  const path = overwritten === undefined ? undefined : httpValue(overwritten, request);
  const own = uri && fillPath(uri, request.pathParameters, request.context.routeKey ?? "");
  if (path === undefined) return own ?? request.fullPath;
  const absolute = path.startsWith("/") ? path : `/${path}`;
  return own === undefined ? absolute : `${new URL(own).origin}${absolute}`;
}
