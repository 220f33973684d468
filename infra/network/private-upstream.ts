import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { NetworkPlan } from "./plan-network";
import type { PrivateListener } from "./private-network";

export interface PrivateUpstreamArgs {
  readonly plan: NetworkPlan["upstreams"][number];
  /** Addresses of the whole network. */
  readonly cidr: string;
  readonly vpcId: pulumi.Input<string>;
  readonly loadBalancer: aws.lb.LoadBalancer;
  readonly loadBalancerGroupId: pulumi.Input<string>;
  readonly vpcLinkGroupId: pulumi.Input<string>;
}

/**
 * A port of the load balancer, open to the VPC link alone, and the target group behind it, where the upstream's team registers the
 * addresses of its service.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
 */
export class PrivateUpstream extends pulumi.ComponentResource {
  readonly listener: PrivateListener;
  readonly targetGroupArn: pulumi.Output<string>;

  constructor(name: string, args: PrivateUpstreamArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:network:PrivateUpstream", name, {}, options);
    const { plan, loadBalancer, loadBalancerGroupId, vpcLinkGroupId } = args;
    const inside = { parent: this };
    const port = { ipProtocol: "tcp", fromPort: plan.port, toPort: plan.port };
    new aws.vpc.SecurityGroupEgressRule(
      `${name}-vpc-link-egress`,
      { ...port, securityGroupId: vpcLinkGroupId, referencedSecurityGroupId: loadBalancerGroupId },
      inside,
    );
    new aws.vpc.SecurityGroupIngressRule(
      `${name}-load-balancer-ingress`,
      { ...port, securityGroupId: loadBalancerGroupId, referencedSecurityGroupId: vpcLinkGroupId },
      inside,
    );
    new aws.vpc.SecurityGroupEgressRule(
      `${name}-load-balancer-egress`,
      { ...port, securityGroupId: loadBalancerGroupId, cidrIpv4: args.cidr },
      inside,
    );
    const targetGroup = new aws.lb.TargetGroup(
      `${name}-target-group`,
      {
        vpcId: args.vpcId,
        port: plan.port,
        protocol: "TCP",
        targetType: "ip",
        healthCheck: { protocol: "HTTP", path: plan.healthPath },
      },
      inside,
    );
    const listener = new aws.lb.Listener(
      `${name}-listener`,
      {
        loadBalancerArn: loadBalancer.arn,
        port: plan.port,
        protocol: "TCP",
        defaultActions: [{ type: "forward", targetGroupArn: targetGroup.arn }],
      },
      inside,
    );
    this.targetGroupArn = targetGroup.arn;
    this.listener = {
      arn: listener.arn,
      // Through the listener, so that whoever calls the address waits until somebody listens there.
      url: pulumi.interpolate`http://${loadBalancer.dnsName}:${listener.port.apply(String)}`,
    };
    this.registerOutputs({ targetGroupArn: targetGroup.arn });
  }
}
