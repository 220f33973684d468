import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Logs } from "../compute/logs";
import type { Settings } from "../config/schema";
import { canaryLog } from "./access-log";

type Observability = Pick<Settings["observability"], "executionLogs">;

/**
 * What a REST API's stage writes of its own doing. Never request data: API Gateway takes tokens out of headers, not out of bodies.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-execution-logging.html
 */
export const executionLogging = ({ executionLogs }: Observability) => ({
  loggingLevel: executionLogs === "error" ? "ERROR" : "OFF",
  dataTraceEnabled: false,
});

/**
 * The log group for it, made before API Gateway makes it itself and keeps it forever. API Gateway names it.
 * @returns what the stage's logging must wait for
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-execution-logging.html
 */
export function executionLogs(
  name: string,
  { restApi, stageName }: aws.apigateway.Stage,
  { observability, api }: { readonly observability: Observability; readonly api: Pick<Settings["api"], "canary"> },
  logs: Logs,
  options: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  if (observability.executionLogs === "off") return [];
  const groupName = pulumi.interpolate`API-Gateway-Execution-Logs_${restApi}/${stageName}`;
  const group = logs.group(`${name}-execution`, { name: groupName }, options);
  return [group, ...canaryLog(`${name}-execution`, group, api, logs, options)];
}
