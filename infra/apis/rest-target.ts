import * as pulumi from "@pulumi/pulumi";
import type { RestIntegrationPlan } from "./plan-rest-integration";
import type { QueueSender } from "./queue-sender";
import { privateWay, type Targets } from "./targets";

/** What a method's integration gets from other resources. */
export interface RestTarget {
  readonly uri: pulumi.Input<string>;
  readonly credentials?: pulumi.Input<string>;
  readonly connectionId?: pulumi.Input<string>;
  /** The load balancer that a VPC link of version 2 leads to. */
  readonly integrationTarget?: pulumi.Input<string>;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html#apigw-PutIntegration-request-uri */
export function restTarget(
  { target, args, address }: RestIntegrationPlan,
  targets: Targets,
  senders: Readonly<Record<string, QueueSender>>,
): RestTarget {
  switch (target.kind) {
    case "lambda": {
      const lambda = targets.functions[target.handler]!;
      return { uri: target.streaming ? lambda.responseStreamingInvokeArn : lambda.invokeArn };
    }
    case "queue":
      return {
        uri: targets.queues[target.queue]!.arn.apply(sendingTo),
        credentials: senders[target.queue]!.role.arn,
      };
    case "http": {
      if (args.connectionType !== "VPC_LINK") return { uri: address! };
      const { vpcLinkId, loadBalancerArn, listener } = privateWay(targets, target.upstream);
      return {
        uri: pulumi.interpolate`${listener.url}${address}`,
        connectionId: vpcLinkId,
        integrationTarget: loadBalancerArn,
      };
    }
  }
}

/** `arn:aws:apigateway:eu-west-1:sqs:path/123456789012/shipments` of a queue's ARN. */
export function sendingTo(queueArn: string): string {
  const [, partition, , region, account, queue] = queueArn.split(":");
  return `arn:${partition}:apigateway:${region}:sqs:path/${account}/${queue}`;
}
