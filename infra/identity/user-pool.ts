import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../config/schema";
import { planUserPool } from "./plan-user-pool";

/** The directory of people, and the domain under which they sign in. */
export class UserPool extends pulumi.ComponentResource {
  readonly pool: aws.cognito.UserPool;
  readonly domain: aws.cognito.UserPoolDomain;

  constructor(name: string, { settings }: { readonly settings: Settings }, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:UserPool", name, {}, options);
    const plan = planUserPool(settings);

    this.pool = new aws.cognito.UserPool(`${name}-pool`, plan.pool, { parent: this, protect: plan.protect });
    this.domain = new aws.cognito.UserPoolDomain(
      `${name}-domain`,
      { ...plan.domain, userPoolId: this.pool.id },
      { parent: this },
    );
    this.registerOutputs({ userPoolId: this.pool.id });
  }
}
