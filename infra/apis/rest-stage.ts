import { createHash } from "node:crypto";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../config/schema";
import { accessLog } from "./access-log";
import type { RestApiPlan } from "./plan-rest-api";

export interface RestStageArgs {
  readonly plan: RestApiPlan;
  readonly settings: Settings;
  readonly restApi: aws.apigateway.RestApi;
  /** What the methods call. */
  readonly targets: pulumi.Input<string>[];
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

  constructor(name: string, args: RestStageArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:apis:RestStage", name, {}, options);
    const { plan, settings, restApi } = args;
    const inside = { parent: this };
    const { stageName, requestsPerSecond, burst } = settings.api;

    const deployment = new aws.apigateway.Deployment(
      `${name}-deployment`,
      {
        restApi: restApi.id,
        triggers: { plan: fingerprint(plan), targets: pulumi.all(args.targets).apply(fingerprint) },
      },
      { ...inside, dependsOn: [...args.parts] },
    );
    this.stage = new aws.apigateway.Stage(
      `${name}-stage`,
      {
        restApi: restApi.id,
        deployment: deployment.id,
        stageName,
        accessLogSettings: accessLog(name, "rest", settings.logs, inside),
        xrayTracingEnabled: true,
      },
      { ...inside, ...(args.loggingRole && { dependsOn: [args.loggingRole] }) },
    );
    new aws.apigateway.MethodSettings(
      `${name}-throttling`,
      {
        restApi: restApi.id,
        stageName: this.stage.stageName,
        methodPath: "*/*",
        settings: { throttlingRateLimit: requestsPerSecond, throttlingBurstLimit: burst, metricsEnabled: true },
      },
      inside,
    );
    this.registerOutputs({ invokeUrl: this.stage.invokeUrl });
  }
}

/** SHA-256 over the value as JSON, in hex: the same for the same value, whatever else changes. */
export const fingerprint = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");
