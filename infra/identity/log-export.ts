import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Logs } from "../compute/logs";
import type { planLogExport } from "./plan-log-export";

export interface LogExportArgs {
  /** Not empty: AWS takes no empty configuration. */
  readonly plan: ReturnType<typeof planLogExport>;
  readonly userPoolId: pulumi.Input<string>;
  readonly logs: Logs;
}

/** Where the user pool's own logs go. */
export class LogExport extends pulumi.ComponentResource {
  constructor(name: string, { plan, userPoolId, logs }: LogExportArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:LogExport", name, {}, options);
    const inside = { parent: this };
    const logConfigurations = plan.map(({ role, group, delivery }) => {
      const log = logs.group(`${name}-${role}`, group, inside);
      return { ...delivery, cloudWatchLogsConfiguration: { logGroupArn: log.arn } };
    });
    new aws.cognito.LogDeliveryConfiguration(`${name}-log-delivery`, { userPoolId, logConfigurations }, inside);
    this.registerOutputs({});
  }
}
