import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Catalogue } from "../catalogue";
import type { QueueDeclaration } from "../catalogue/define/queue";
import { planQueue } from "./plan-queue";

export interface QueuesArgs {
  readonly catalogue: Pick<Catalogue, "queues">;
}

type QueuesByName = Readonly<Record<keyof Catalogue["queues"], aws.sqs.Queue>>;

/** The queues that routes put messages into, and where messages go that nobody could work off. */
export class Queues extends pulumi.ComponentResource {
  readonly byName: QueuesByName;
  /** By the name of the queue that they stand behind. */
  readonly deadLetters: QueuesByName;

  constructor(name: string, { catalogue }: QueuesArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:compute:Queues", name, {}, options);
    const declarations: [string, QueueDeclaration][] = Object.entries(catalogue.queues);
    const made = declarations.map(([key, declaration]) => [key, makeQueue(key, declaration, this)] as const);
    this.byName = Object.fromEntries(made.map(([key, { queue }]) => [key, queue])) as QueuesByName;
    this.deadLetters = Object.fromEntries(made.map(([key, { deadLetters }]) => [key, deadLetters])) as QueuesByName;
    this.registerOutputs({});
  }
}

function makeQueue(key: string, declaration: QueueDeclaration, parent: pulumi.Resource) {
  const plan = planQueue(declaration);
  const deadLetters = new aws.sqs.Queue(`${key}-dead-letters`, plan.deadLetters, { parent });
  const queue = new aws.sqs.Queue(
    `${key}-queue`,
    {
      ...plan.queue,
      redrivePolicy: pulumi.jsonStringify({
        deadLetterTargetArn: deadLetters.arn,
        maxReceiveCount: plan.maxReceiveCount,
      }),
    },
    { parent },
  );
  new aws.sqs.RedriveAllowPolicy(
    `${key}-redrive`,
    {
      queueUrl: deadLetters.url,
      redriveAllowPolicy: pulumi.jsonStringify({ redrivePermission: "byQueue", sourceQueueArns: [queue.arn] }),
    },
    { parent },
  );
  return { queue, deadLetters };
}
