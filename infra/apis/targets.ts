import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../config/schema";
import type { PrivateListener, PrivateNetwork } from "../network/private-network";

/** Everything that a route may be answered by, by name in the catalogue. */
export interface Targets {
  readonly functions: Readonly<Record<string, aws.lambda.Function>>;
  readonly queues: Readonly<Record<string, aws.sqs.Queue>>;
  readonly upstreams: Settings["upstreams"];
  /** Absent where the environment has no private network. */
  readonly network?: PrivateNetwork;
}

/** The way to a private upstream. @throws {pulumi.RunError} where the environment has none */
export function privateWay({ network }: Targets, upstream: string): PrivateNetwork & { listener: PrivateListener } {
  const listener = network?.listeners[upstream];
  if (network && listener) return { ...network, listener };
  throw new pulumi.RunError(
    `upstreams.${upstream} is private, and ${network ? "the private network has no listener for it" : "there is no private network"}; set network in this stack's file, or give the upstream a public url.`,
  );
}
