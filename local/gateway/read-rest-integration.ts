import type { IntegrationResponse, RestIntegration, RestMapping } from "./model";
import { readFunctionReference } from "./read-function-reference";
import type { UpstreamNames } from "./read-upstream";
import type { Declared, Properties } from "./resource";

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html (REST: integration timeout) */
const maxTimeoutMs = 29_000;

/**
 * How long a stream may take: 15 minutes.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
 */
const maxStreamMs = 900_000;

/** Reads the integration of a method of a REST API with its responses. What cannot be served is named, for the 501 that tells of it. */
export function readRestIntegration(
  integration: Declared | undefined,
  responses: readonly Declared[],
  upstreams: UpstreamNames,
): RestIntegration {
  if (integration === undefined) return { kind: "unsupported", type: "A method without an integration" };
  const { properties } = integration;
  const type = properties.string("type") ?? "";
  const uri = properties.string("uri") ?? "";
  const role = properties.string("credentials");
  const streams = properties.string("responseTransferMode") === "STREAM";
  const timeoutMs = Math.min(
    properties.number("timeoutMilliseconds") ?? maxTimeoutMs,
    streams ? maxStreamMs : maxTimeoutMs,
  );
  const reference = readFunctionReference(uri, role);
  if (type === "AWS_PROXY" && reference) return { kind: "lambda", function: reference, timeoutMs, streams };
  const mapped = responses.map(readIntegrationResponse);
  if (type === "MOCK")
    return { kind: "mock", requestTemplates: properties.record("requestTemplates"), responses: mapped };
  const mapping = readMapping(properties, uri, mapped, timeoutMs);
  if (type === "HTTP_PROXY" || type === "HTTP") {
    const isPrivate = properties.string("connectionType") === "VPC_LINK";
    const proxy = type === "HTTP_PROXY";
    return { kind: "http", proxy, streams, upstream: upstreams.ofUri(uri, isPrivate), ...mapping };
  }
  const path = /^arn:[\w-]+:apigateway:[\w-]+:sqs:path(\/.*)$/.exec(uri)?.[1];
  if (type === "AWS" && path !== undefined) return { kind: "queue", path, assumesRole: role !== undefined, ...mapping };
  return { kind: "unsupported", type: `An integration of type ${type}${uri.startsWith("arn:") ? ` with ${uri}` : ""}` };
}

function readMapping(
  properties: Properties,
  uri: string,
  responses: readonly IntegrationResponse[],
  timeoutMs: number,
): RestMapping {
  const method = properties.string("integrationHttpMethod");
  const passthrough = properties.string("passthroughBehavior");
  return {
    ...(method !== undefined && method !== "ANY" && { method }),
    uri,
    parameters: properties.record("requestParameters"),
    templates: properties.record("requestTemplates"),
    passthrough: passthrough === "NEVER" || passthrough === "WHEN_NO_TEMPLATES" ? passthrough : "WHEN_NO_MATCH",
    responses,
    timeoutMs,
  };
}

const readIntegrationResponse = ({ properties }: Declared): IntegrationResponse => ({
  status: Number(properties.string("statusCode") ?? properties.number("statusCode")),
  selectionPattern: properties.string("selectionPattern"),
  parameters: properties.record("responseParameters"),
  templates: properties.record("responseTemplates"),
});
