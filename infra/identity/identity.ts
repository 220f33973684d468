import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Catalogue } from "../catalogue";
import type { Settings } from "../config/schema";
import { AppClient } from "./app-client";
import { planAppClient } from "./plan-app-client";
import { ResourceServers } from "./resource-servers";
import { UserPool } from "./user-pool";

export interface IdentityArgs {
  readonly catalogue: Catalogue;
  readonly settings: Settings;
}

/** Who is who: the user pool, the scopes that its tokens can carry, and the applications that ask for them. */
export class Identity extends pulumi.ComponentResource {
  readonly userPool: aws.cognito.UserPool;
  readonly domain: aws.cognito.UserPoolDomain;
  readonly clients: Readonly<Record<keyof Catalogue["clients"], aws.cognito.UserPoolClient>>;

  constructor(name: string, { catalogue, settings }: IdentityArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:Identity", name, {}, options);
    const inside = { parent: this };
    const { pool, domain } = new UserPool("users", { settings }, inside);
    const servers = catalogue.resourceServers;
    const { scopes } = new ResourceServers("resource-servers", { userPoolId: pool.id, servers }, inside);

    this.userPool = pool;
    this.domain = domain;
    this.clients = Object.fromEntries(
      Object.entries(catalogue.clients).map(([key, declaration]) => {
        const plan = planAppClient(declaration, settings.tokens, settings.clients[key]);
        return [key, new AppClient(key, { plan, userPoolId: pool.id, scopes }, inside).client];
      }),
    ) as Identity["clients"];
    this.registerOutputs({});
  }

  /** Every client's id, in the catalogue's order: the audiences whose tokens the APIs take. */
  get clientIds(): pulumi.Output<string[]> {
    return pulumi.all(Object.values(this.clients).map(({ id }) => id));
  }

  /**
   * The `iss` of every token.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
   */
  get issuer(): pulumi.Output<string> {
    return pulumi.interpolate`https://${this.userPool.endpoint}`;
  }
}
