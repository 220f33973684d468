import type * as pulumi from "@pulumi/pulumi";

/** A way from the APIs to services that the internet cannot reach. */
export interface PrivateNetwork {
  /** The link of both APIs, of version 2. */
  readonly vpcLinkId: pulumi.Output<string>;
  /** What a REST API's integration names beside the link. */
  readonly loadBalancerArn: pulumi.Output<string>;
  /** Where each private upstream listens, by its name in the catalogue. */
  readonly listeners: Readonly<Record<string, PrivateListener>>;
}

export interface PrivateListener {
  /** What an HTTP API integrates with. */
  readonly arn: pulumi.Output<string>;
  /** What a REST API integrates with, such as `http://<load balancer>:8080`; no slash at the end. */
  readonly url: pulumi.Output<string>;
}
