import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ApiKind } from "../catalogue/define/route";
import type { Logs } from "../compute/logs";
import type { Settings } from "../config/schema";
import { accessLogFormat } from "./plan-access-log";

/** Where an API's stage writes a line for each request, and the stage's settings for it. */
export interface AccessLog {
  readonly group: aws.cloudwatch.LogGroup;
  readonly settings: { readonly destinationArn: pulumi.Output<string>; readonly format: string };
}

export function accessLog(name: string, kind: ApiKind, logs: Logs, options: pulumi.CustomResourceOptions): AccessLog {
  const group = logs.group(`${name}-access`, {}, options);
  return { group, settings: { destinationArn: group.arn, format: accessLogFormat(kind) } };
}

/**
 * The log group to which API Gateway writes a canary's lines once more, beside the one of the whole stage. It would make it itself,
 * and keep it forever.
 * @returns what a stage with a canary must wait for
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html
 */
export function canaryLog(
  name: string,
  group: aws.cloudwatch.LogGroup,
  { canary }: Pick<Settings["api"], "canary">,
  logs: Logs,
  options: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  if (!canary) return [];
  return [logs.group(`${name}-canary`, { name: pulumi.interpolate`${group.name}/Canary` }, options)];
}
