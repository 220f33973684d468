import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { AuthorizerPlans } from "./plan-authorizers";

/** The authorizers' decisions, and what they rest on: whose tokens count, and which functions judge. */
export interface Authorizers {
  readonly plans: AuthorizerPlans;
  readonly userPoolArn: pulumi.Input<string>;
  readonly issuer: pulumi.Input<string>;
  /** The id of each app client, by its name in the catalogue. Limit: 50 an authorizer. */
  readonly clientIds: Readonly<Record<string, pulumi.Input<string>>>;
  readonly functions: Readonly<Record<string, aws.lambda.Function>>;
}
