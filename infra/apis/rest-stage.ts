import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Logs } from "../compute/logs";
import type { Settings } from "../config/schema";
import { accessLog, canaryLog } from "./access-log";
import { executionLogging, executionLogs } from "./execution-logs";
import { fingerprint } from "./fingerprint";
import type { RestApiPlan } from "./plan-rest-api";

export interface RestStageArgs {
  readonly plan: RestApiPlan;
  readonly settings: Settings;
  readonly logs: Logs;
  readonly restApi: aws.apigateway.RestApi;
  /** What AWS made of the plan: addresses and ids that the deployment holds. */
  readonly made: pulumi.Output<unknown>;
  /** Everything that the snapshot must hold. */
  readonly parts: readonly pulumi.Resource[];
  /** What logging needs first, where this stack owns it. */
  readonly loggingRole?: pulumi.Resource;
}

/**
 * A snapshot of the API, and the stage that shows it. A deployment does not follow its API: the triggers make a new one
 * whenever the plan, or a function behind it, changes. The new one exists before the stage lets go of the old.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html
 */
export class RestStage extends pulumi.ComponentResource {
  readonly stage: aws.apigateway.Stage;
  readonly deployment: aws.apigateway.Deployment;
  readonly accessLog: aws.cloudwatch.LogGroup;

  constructor(name: string, args: RestStageArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:apis:RestStage", name, {}, options);
    const { plan, settings, logs, restApi } = args;
    const inside = { parent: this };
    const { stageName, requestsPerSecond, burst } = settings.api;

    this.deployment = new aws.apigateway.Deployment(
      `${name}-deployment`,
      {
        restApi: restApi.id,
        triggers: { plan: fingerprint(plan), made: args.made.apply(fingerprint) },
      },
      // The snapshot that most requests stay with has no declaration any more once there is a newer one.
      { ...inside, dependsOn: [...args.parts], retainOnDelete: settings.api.canary !== undefined },
    );
    const log = accessLog(name, "rest", logs, inside);
    this.accessLog = log.group;
    this.stage = new aws.apigateway.Stage(
      `${name}-stage`,
      {
        restApi: restApi.id,
        ...planRollout(settings.api, this.deployment.id),
        stageName,
        variables: settings.api.stageVariables,
        accessLogSettings: log.settings,
        xrayTracingEnabled: settings.observability.tracing,
      },
      {
        ...inside,
        dependsOn: [
          ...(args.loggingRole ? [args.loggingRole] : []),
          ...canaryLog(`${name}-access`, log.group, settings.api, logs, inside),
        ],
      },
    );
    new aws.apigateway.MethodSettings(
      `${name}-throttling`,
      {
        restApi: restApi.id,
        stageName: this.stage.stageName,
        methodPath: "*/*",
        settings: {
          throttlingRateLimit: requestsPerSecond,
          throttlingBurstLimit: burst,
          metricsEnabled: true,
          ...executionLogging(settings.observability),
        },
      },
      { ...inside, dependsOn: executionLogs(name, this.stage, settings, logs, inside) },
    );
    this.registerOutputs({ invokeUrl: this.stage.invokeUrl });
  }
}

/**
 * Which deployment answers. With a canary, the newest answers its part of the requests; the others stay with the one that is named.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_CanarySettings.html
 */
export const planRollout = <Id>({ canary }: Pick<Settings["api"], "canary">, newest: Id) => ({
  deployment: canary?.stable ?? newest,
  ...(canary && {
    canarySettings: { deploymentId: newest, percentTraffic: canary.percent, useStageCache: false },
  }),
});
