import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Group } from "../catalogue/define/group";

export interface UserGroupsArgs {
  readonly groups: Readonly<Record<string, Group<string>>>;
  readonly userPoolId: pulumi.Input<string>;
}

/** The catalogue's groups, made known to the user pool. What their members may do, tokens say, not an IAM role. */
export class UserGroups extends pulumi.ComponentResource {
  readonly names: pulumi.Output<string[]>;

  constructor(name: string, { groups, userPoolId }: UserGroupsArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:UserGroups", name, {}, options);
    const made = Object.entries(groups).map(
      ([group, { description, precedence }]) =>
        new aws.cognito.UserGroup(
          `${group}-group`,
          { userPoolId, name: group, description, precedence },
          { parent: this },
        ),
    );
    this.names = pulumi.all(made.map((group) => group.name));
    this.registerOutputs({});
  }
}
