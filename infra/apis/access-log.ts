import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ApiKind } from "../catalogue/define/route";
import type { Settings } from "../config/schema";

/**
 * One JSON line a request: who asked for what, and how it went. Never a token.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
const formats: Readonly<Record<ApiKind, Readonly<Record<string, string>>>> = {
  rest: {
    requestId: "$context.requestId",
    time: "$context.requestTime",
    address: "$context.identity.sourceIp",
    method: "$context.httpMethod",
    route: "$context.resourcePath",
    status: "$context.status",
    subject: "$context.authorizer.principalId",
    authorizerMs: "$context.authorizer.latency",
    latencyMs: "$context.responseLatency",
    error: "$context.error.responseType",
  },
  http: {
    requestId: "$context.requestId",
    time: "$context.requestTime",
    address: "$context.identity.sourceIp",
    method: "$context.httpMethod",
    route: "$context.routeKey",
    status: "$context.status",
    subject: "$context.authorizer.claims.sub",
    authorizerMs: "$context.authorizer.latency",
    latencyMs: "$context.responseLatency",
    error: "$context.authorizer.error",
  },
};

/** The log group of an API's stage, and the stage's settings for it. */
export function accessLog(name: string, kind: ApiKind, logs: Settings["logs"], options: pulumi.CustomResourceOptions) {
  const group = new aws.cloudwatch.LogGroup(`${name}-access-log`, { retentionInDays: logs.retentionDays }, options);
  return { destinationArn: group.arn, format: JSON.stringify(formats[kind]) };
}
