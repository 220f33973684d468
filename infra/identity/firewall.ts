import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { planFirewall } from "./plan-firewall";

export interface FirewallArgs {
  readonly plan: NonNullable<ReturnType<typeof planFirewall>>;
  readonly userPoolArn: pulumi.Input<string>;
}

/** A web ACL before the user pool. */
export class Firewall extends pulumi.ComponentResource {
  constructor(name: string, { plan, userPoolArn }: FirewallArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:Firewall", name, {}, options);
    const inside = { parent: this };
    const acl = new aws.wafv2.WebAcl(`${name}-web-acl`, plan, inside);
    new aws.wafv2.WebAclAssociation(
      `${name}-web-acl-association`,
      { resourceArn: userPoolArn, webAclArn: acl.arn },
      inside,
    );
    this.registerOutputs({});
  }
}
