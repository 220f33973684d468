import type { AuthorizerValues } from "./authorization";
import { clfTime, format1Parameters } from "./event-parts";
import { matchesMediaType } from "./media-type";
import type { RestApi, RestRoute } from "./model";
import { firstHeader, type GatewayRequest } from "./request";

/**
 * The event of a REST API's Lambda proxy integration.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format
 */
export function restProxyEvent(api: RestApi, route: RestRoute, request: GatewayRequest, values?: AuthorizerValues) {
  const { requestContext, ...rest } = restRequestEvent(api, route, request);
  const binary = api.binaryMediaTypes.some((type) => matchesMediaType(type, firstHeader(request, "content-type")));
  return {
    ...rest,
    requestContext: {
      ...requestContext,
      ...(values && { authorizer: { ...values, ...("claims" in values ? {} : { integrationLatency: 0 }) } }),
    },
    body: request.body.length === 0 ? null : request.body.toString(binary ? "base64" : "utf8"),
    isBase64Encoded: binary && request.body.length > 0,
  };
}

/** What a `REQUEST` authorizer gets beside `type` and `methodArn`: the proxy event without its body. */
export function restRequestEvent(api: RestApi, route: RestRoute, request: GatewayRequest) {
  const host = firstHeader(request, "host") ?? "";
  return {
    resource: route.path,
    path: request.path,
    httpMethod: request.method,
    ...format1Parameters(request, "kept"),
    requestContext: {
      resourceId: route.resourceId,
      resourcePath: route.path,
      httpMethod: request.method,
      extendedRequestId: request.requestId,
      requestTime: clfTime(request.time),
      path: request.fullPath,
      accountId: api.account,
      protocol: "HTTP/1.1",
      stage: request.stage.name,
      domainPrefix: host.split(/[.:]/)[0] ?? "",
      requestTimeEpoch: request.time,
      requestId: request.requestId,
      identity: {
        accessKey: null,
        accountId: null,
        apiKey: request.context["identity.apiKey"] ?? null,
        apiKeyId: request.context["identity.apiKeyId"] ?? null,
        caller: null,
        clientCert: null,
        cognitoAuthenticationProvider: null,
        cognitoAuthenticationType: null,
        cognitoIdentityId: null,
        cognitoIdentityPoolId: null,
        principalOrgId: null,
        sourceIp: request.sourceIp,
        user: null,
        userAgent: firstHeader(request, "user-agent") ?? null,
        userArn: null,
      },
      domainName: host,
      apiId: api.id,
    },
  };
}
