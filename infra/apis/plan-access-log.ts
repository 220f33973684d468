import type { ApiKind } from "../catalogue/define/route";

/** A line of the access log: texts with variables in them, or a part of its own. */
export interface LogFields {
  readonly [field: string]: string | LogFields;
}

/** What authorizers leave behind: each kind its own, so two of these three are `-` in any line, and all are where there is no caller. */
const token = {
  subject: "$context.authorizer.claims.sub",
  client: "$context.authorizer.claims.client_id",
  tenant: "$context.authorizer.claims.tenant",
};
const lambda = {
  subject: "$context.authorizer.subject",
  client: "$context.authorizer.clientId",
  tenant: "$context.authorizer.tenant",
};
const iam = { subject: "$context.identity.userArn", client: "$context.identity.accountId" };

const common = {
  requestId: "$context.requestId",
  extendedRequestId: "$context.extendedRequestId",
  time: "$context.requestTime",
  address: "$context.identity.sourceIp",
  method: "$context.httpMethod",
  status: "$context.status",
  latencyMs: "$context.responseLatency",
  bytes: "$context.responseLength",
  error: "$context.error.responseType",
};

const integration = {
  status: "$context.integration.status",
  latencyMs: "$context.integration.latency",
  error: "$context.integration.error",
};

const fields: Readonly<Record<ApiKind, LogFields>> = {
  rest: {
    ...common,
    route: "$context.resourcePath",
    trace: "$context.xrayTraceId",
    canary: "$context.isCanaryRequest",
    firewall: "$context.wafResponseCode",
    caller: { token, lambda, iam, partnerKeyId: "$context.identity.apiKeyId" },
    authorizer: {
      status: "$context.authorizer.status",
      latencyMs: "$context.authorizer.latency",
      error: "$context.authorizer.error",
    },
    integration,
  },
  http: {
    ...common,
    route: "$context.routeKey",
    caller: { token, lambda, iam },
    // AWS lists neither status nor latency of an authorizer for HTTP APIs: the authorizer function's own metrics tell.
    authorizer: { error: "$context.authorizer.error" },
    integration,
  },
};

/**
 * One JSON line a request: who asked for what, and how it went. All are texts, since a variable without a value reads `-`.
 *
 * Left out: the query string and headers, which hold tokens and personal data; `error.message`, which quotes the Authorization
 * header where API Gateway takes it for a signature (its type says what happened); the user agent, which was seen unescaped, so
 * that whoever sends a quotation mark writes the rest of the line.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 * @see https://github.com/cowinapi/developer.cowin/issues/129
 * @see https://github.com/DataBiosphere/azul/issues/4348
 */
export const accessLogFormat = (kind: ApiKind): string => JSON.stringify(fields[kind]);
