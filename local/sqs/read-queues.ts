import type { ResourceState } from "../engine/model";
import { declared } from "../gateway/resource";
import type { QueueSettings } from "./queue";

type Redrive = QueueSettings["redrive"];

/**
 * The queues of a stack. A redrive policy is one of the queue's own, or a resource beside it.
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/sqs/queue/ (defaults)
 */
export function readQueues(resources: readonly ResourceState[]): readonly QueueSettings[] {
  const beside = new Map(
    declared(resources, "aws:sqs/redrivePolicy:RedrivePolicy").map(({ properties }) => [
      properties.string("queueUrl"),
      readRedrive(properties.string("redrivePolicy")),
    ]),
  );
  return declared(resources, "aws:sqs/queue:Queue").map(({ id, name, properties }) => {
    const url = properties.string("url") ?? id;
    return {
      name: properties.string("name") ?? name,
      arn: properties.string("arn") ?? "",
      url,
      visibilityTimeout: properties.number("visibilityTimeoutSeconds") ?? 30,
      delay: properties.number("delaySeconds") ?? 0,
      retention: properties.number("messageRetentionSeconds") ?? 345_600,
      maxMessageSize: properties.number("maxMessageSize") ?? 262_144,
      redrive: readRedrive(properties.string("redrivePolicy")) ?? beside.get(url),
    };
  });
}

function readRedrive(policy: string | undefined): Redrive {
  if (policy === undefined) return undefined;
  const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(policy) as Record<string, unknown>;
  return { deadLetterArn: String(deadLetterTargetArn), maxReceiveCount: Number(maxReceiveCount) };
}
