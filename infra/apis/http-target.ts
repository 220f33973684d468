import type * as pulumi from "@pulumi/pulumi";
import type { HttpIntegrationPlan } from "./plan-http-integration";
import type { QueueSender } from "./queue-sender";
import { privateWay, type Targets } from "./targets";

/** What an HTTP API's integration gets from other resources. */
export interface HttpTarget {
  readonly integrationUri?: pulumi.Input<string>;
  readonly credentialsArn?: pulumi.Input<string>;
  readonly connectionId?: pulumi.Input<string>;
  readonly requestParameters?: Readonly<Record<string, pulumi.Input<string>>>;
}

export function httpTarget(
  { target, args, address }: HttpIntegrationPlan,
  targets: Targets,
  senders: Readonly<Record<string, QueueSender>>,
): HttpTarget {
  switch (target.kind) {
    case "lambda":
      return { integrationUri: targets.functions[target.handler]!.arn };
    case "queue":
      return {
        credentialsArn: senders[target.queue]!.role.arn,
        requestParameters: { QueueUrl: targets.queues[target.queue]!.url, ...args.requestParameters },
      };
    case "http": {
      if (args.connectionType !== "VPC_LINK") return { integrationUri: address! };
      const { vpcLinkId, listener } = privateWay(targets, target.upstream);
      return { integrationUri: listener.arn, connectionId: vpcLinkId };
    }
  }
}
