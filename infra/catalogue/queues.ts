import { defineQueues } from "./define/queue";

/** A new queue goes here. */
export const queues = defineQueues({
  shipments: { description: "Orders that are ready to be sent; the warehouse takes them from here" },
});

export type QueueName = keyof typeof queues;
