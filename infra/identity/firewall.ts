import * as pulumi from "@pulumi/pulumi";
import type { WebAclPlan } from "../network/plan-web-acl";
import { standBefore } from "../network/web-acl";

export interface FirewallArgs {
  readonly plan: WebAclPlan;
  readonly userPoolArn: pulumi.Input<string>;
}

/** A web ACL before the user pool. */
export class Firewall extends pulumi.ComponentResource {
  constructor(name: string, { plan, userPoolArn }: FirewallArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:Firewall", name, {}, options);
    standBefore(userPoolArn, name, plan, this);
    this.registerOutputs({});
  }
}
