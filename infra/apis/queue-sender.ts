import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** What an API is when it puts messages into one queue: a role that may do that, and nothing else. */
export class QueueSender extends pulumi.ComponentResource {
  readonly role: aws.iam.Role;

  constructor(name: string, { queue }: { readonly queue: aws.sqs.Queue }, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:apis:QueueSender", name, {}, options);
    this.role = new aws.iam.Role(
      `${name}-role`,
      {
        assumeRolePolicy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Principal: { Service: "apigateway.amazonaws.com" }, Action: "sts:AssumeRole" },
          ],
        }),
      },
      { parent: this },
    );
    new aws.iam.RolePolicy(
      `${name}-policy`,
      {
        role: this.role.id,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: ["sqs:SendMessage"], Resource: queue.arn }],
        }),
      },
      { parent: this },
    );
    this.registerOutputs({ roleArn: this.role.arn });
  }
}

/** One for each of these queues, by the queue's name in the catalogue. */
export const makeSenders = (
  name: string,
  names: readonly string[],
  queues: Readonly<Record<string, aws.sqs.Queue>>,
  options: pulumi.ComponentResourceOptions,
): Readonly<Record<string, QueueSender>> =>
  Object.fromEntries(
    names.map((queue) => [queue, new QueueSender(`${name}-${queue}-sender`, { queue: queues[queue]! }, options)]),
  );
