import * as aws from "@pulumi/aws";
// The package's index would load all of its older components, too.
import { Vpc } from "@pulumi/awsx/ec2/vpc";
import * as pulumi from "@pulumi/pulumi";
import type { NetworkPlan } from "./plan-network";
import type { PrivateListener, PrivateNetwork } from "./private-network";
import { PrivateUpstream } from "./private-upstream";

export interface NetworkArgs {
  readonly plan: NetworkPlan;
}

/**
 * A network of private subnets, with a load balancer before the services in it and a link by which both APIs reach that. The link
 * is of version 2, which REST APIs can use as well; AWS advises against new ones of version 1.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/private-integration.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html
 */
export class Network extends pulumi.ComponentResource implements PrivateNetwork {
  readonly vpcId: pulumi.Output<string>;
  readonly vpcLinkId: pulumi.Output<string>;
  readonly loadBalancerArn: pulumi.Output<string>;
  readonly listeners: Readonly<Record<string, PrivateListener>>;
  /** Where the teams of upstreams register their targets, by upstream. */
  readonly targetGroupArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** What those targets let in. */
  readonly loadBalancerGroupId: pulumi.Output<string>;

  constructor(name: string, { plan }: NetworkArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:network:Network", name, {}, options);
    const inside = { parent: this };
    const vpc = new Vpc(`${name}-vpc`, plan.vpc, inside);
    const { vpcId, privateSubnetIds } = vpc;
    const group = (role: string, description: string) =>
      new aws.ec2.SecurityGroup(`${name}-${role}-security-group`, { vpcId, description }, inside);
    const linkGroup = group("vpc-link", "The APIs, on their way to private upstreams");
    const loadBalancerGroup = group("load-balancer", "The load balancer before private upstreams");

    const loadBalancer = new aws.lb.LoadBalancer(
      `${name}-load-balancer`,
      {
        loadBalancerType: "network",
        internal: true,
        subnets: privateSubnetIds,
        securityGroups: [loadBalancerGroup.id],
        // A zone whose targets are all ill is served by the others.
        enableCrossZoneLoadBalancing: true,
      },
      inside,
    );
    const link = new aws.apigatewayv2.VpcLink(
      `${name}-vpc-link`,
      { subnetIds: privateSubnetIds, securityGroupIds: [linkGroup.id] },
      inside,
    );
    const upstreams = plan.upstreams.map(
      (upstream) =>
        [
          upstream.name,
          new PrivateUpstream(
            `${name}-${upstream.name}`,
            {
              plan: upstream,
              cidr: plan.cidr,
              vpcId,
              loadBalancer,
              loadBalancerGroupId: loadBalancerGroup.id,
              vpcLinkGroupId: linkGroup.id,
            },
            inside,
          ),
        ] as const,
    );
    this.vpcId = vpcId;
    this.vpcLinkId = link.id;
    this.loadBalancerArn = loadBalancer.arn;
    this.listeners = Object.fromEntries(upstreams.map(([upstream, { listener }]) => [upstream, listener]));
    this.targetGroupArns = Object.fromEntries(
      upstreams.map(([upstream, { targetGroupArn }]) => [upstream, targetGroupArn]),
    );
    this.loadBalancerGroupId = loadBalancerGroup.id;
    this.registerOutputs({ vpcId, vpcLinkId: link.id });
  }
}
