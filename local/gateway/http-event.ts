import type { AuthorizerValues } from "./authorization";
import { clfTime, format1Parameters, joined, orNull } from "./event-parts";
import { isText } from "./media-type";
import type { HttpApi, HttpRoute } from "./model";
import { firstHeader, type GatewayRequest, headerValues, queryValues } from "./request";

/** What an HTTP API's authorizer adds to the event of a function, in either format. */
export type HttpAuthorizerValues =
  | { readonly kind: "jwt"; readonly claims: AuthorizerValues; readonly scopes: readonly string[] | null }
  | { readonly kind: "lambda"; readonly values: AuthorizerValues };

/**
 * The event of an HTTP API's Lambda integration.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function httpProxyEvent(
  format: "1.0" | "2.0",
  api: HttpApi,
  route: HttpRoute,
  request: GatewayRequest,
  values?: HttpAuthorizerValues,
) {
  const binary = !isText(firstHeader(request, "content-type"));
  const body = request.body.length === 0 ? undefined : request.body.toString(binary ? "base64" : "utf8");
  const isBase64Encoded = body !== undefined && binary;
  if (format === "1.0") {
    const { requestContext, ...rest } = httpRequestEvent1(api, route, request);
    return {
      ...rest,
      requestContext: { ...requestContext, ...(values && { authorizer: authorizer1(values) }) },
      body: body ?? null,
      isBase64Encoded,
    };
  }
  const { requestContext, ...rest } = httpRequestEvent2(api, route, request);
  return {
    ...rest,
    requestContext: { ...requestContext, ...(values && { authorizer: authorizer2(values) }) },
    ...(body !== undefined && { body }),
    isBase64Encoded,
  };
}

function authorizer2(values: HttpAuthorizerValues) {
  switch (values.kind) {
    case "jwt":
      return { jwt: { claims: values.claims, scopes: values.scopes } };
    case "lambda":
      return { lambda: values.values };
  }
}

function authorizer1(values: HttpAuthorizerValues) {
  switch (values.kind) {
    case "jwt":
      return { claims: values.claims, scopes: values.scopes };
    case "lambda":
      return values.values;
  }
}

/** Format 2.0 without body and authorizer: what authorizer functions get too. */
export function httpRequestEvent2(api: HttpApi, route: HttpRoute, request: GatewayRequest) {
  const host = firstHeader(request, "host") ?? "";
  const headers = joined(new Map([...headerValues(request)].map(([name, all]) => [name.toLowerCase(), all])));
  const { cookie, ...others } = headers;
  const query = orNull(joined(queryValues(request)));
  const pathParameters = orNull(request.pathParameters);
  const stageVariables = orNull(request.stage.variables);
  return {
    version: "2.0",
    routeKey: route.key,
    rawPath: request.fullPath,
    rawQueryString: request.query,
    ...(cookie !== undefined && { cookies: cookie.split(/;\s*/) }),
    headers: others,
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      domainName: host,
      domainPrefix: host.split(/[.:]/)[0] ?? "",
      http: {
        method: request.method,
        path: request.fullPath,
        protocol: "HTTP/1.1",
        sourceIp: request.sourceIp,
        userAgent: firstHeader(request, "user-agent") ?? "",
      },
      requestId: request.requestId,
      routeKey: route.key,
      stage: request.stage.name,
      time: clfTime(request.time),
      timeEpoch: request.time,
    },
    ...(pathParameters && { pathParameters }),
    ...(stageVariables && { stageVariables }),
  };
}

/** Format 1.0 without body and authorizer. */
export function httpRequestEvent1(api: HttpApi, route: HttpRoute, request: GatewayRequest) {
  const host = firstHeader(request, "host") ?? "";
  return {
    version: "1.0",
    resource: route.path ?? "$default",
    path: request.fullPath,
    httpMethod: request.method,
    ...format1Parameters(request, "lower"),
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      domainName: host,
      domainPrefix: host.split(/[.:]/)[0] ?? "",
      extendedRequestId: request.requestId,
      httpMethod: request.method,
      identity: { sourceIp: request.sourceIp, userAgent: firstHeader(request, "user-agent") ?? "" },
      path: request.fullPath,
      protocol: "HTTP/1.1",
      requestId: request.requestId,
      requestTime: clfTime(request.time),
      requestTimeEpoch: request.time,
      resourceId: route.key,
      resourcePath: route.path ?? "$default",
      stage: request.stage.name,
    },
  };
}
