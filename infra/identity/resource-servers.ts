import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ResourceServer } from "../catalogue/define/scope";

export interface ResourceServersArgs {
  readonly userPoolId: pulumi.Input<string>;
  readonly servers: Readonly<Record<string, ResourceServer>>;
}

/** The catalogue's scopes, made known to the user pool. */
export class ResourceServers extends pulumi.ComponentResource {
  /** Every scope, known once its server exists: a client that takes its scopes from here is made after them. */
  readonly scopes: pulumi.Output<string[]>;

  constructor(name: string, { userPoolId, servers }: ResourceServersArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:ResourceServers", name, {}, options);
    const made = Object.entries(servers).map(
      ([identifier, { title, scopes }]) =>
        new aws.cognito.ResourceServer(
          `${identifier}-resource-server`,
          {
            userPoolId,
            identifier,
            name: title,
            scopes: Object.entries(scopes).map(([scopeName, scopeDescription]) => ({ scopeName, scopeDescription })),
          },
          { parent: this },
        ),
    );
    this.scopes = pulumi.all(made.map((server) => server.scopeIdentifiers)).apply((lists) => lists.flat());
    this.registerOutputs({});
  }
}
