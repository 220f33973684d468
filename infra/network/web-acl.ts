import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { WebAclPlan } from "./plan-web-acl";

/** Puts a web ACL of its own before a resource: a user pool, or a REST API's stage. */
export function standBefore(
  resourceArn: pulumi.Input<string>,
  name: string,
  plan: WebAclPlan,
  parent: pulumi.Resource,
): void {
  const acl = new aws.wafv2.WebAcl(`${name}-web-acl`, plan, { parent });
  new aws.wafv2.WebAclAssociation(`${name}-web-acl-association`, { resourceArn, webAclArn: acl.arn }, { parent });
}
