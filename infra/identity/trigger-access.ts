import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Trigger } from "../catalogue/define/function";
import { allowUserPool } from "../compute/permission";
import type { TriggerFunction } from "../compute/triggers";

export interface TriggerAccessArgs {
  readonly triggers: Readonly<Partial<Record<Trigger, TriggerFunction>>>;
  readonly userPoolArn: pulumi.Input<string>;
}

/**
 * Lets the user pool call its triggers, and each trigger do to the pool what it declares. Both name the pool, which names the
 * functions: as parts of the functions they would close a circle.
 */
export class TriggerAccess extends pulumi.ComponentResource {
  constructor(name: string, { triggers, userPoolArn }: TriggerAccessArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:TriggerAccess", name, {}, options);
    for (const { key, function: lambda, role, userPoolActions } of Object.values(triggers)) {
      allowUserPool(key, lambda, userPoolArn, this);
      if (userPoolActions.length === 0) continue;
      new aws.iam.RolePolicy(
        `${key}-user-pool-policy`,
        {
          role: role.id,
          policy: pulumi.jsonStringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: userPoolActions, Resource: userPoolArn }],
          }),
        },
        { parent: this },
      );
    }
    this.registerOutputs({});
  }
}
