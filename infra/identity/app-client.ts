import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { AppClientPlan } from "./plan-app-client";

export interface AppClientArgs {
  readonly plan: AppClientPlan;
  readonly userPoolId: pulumi.Input<string>;
  /** Every scope that exists, as the resource servers put them out: those of the plan are taken from here. */
  readonly scopes: pulumi.Output<string[]>;
}

/** An application that may ask the user pool for tokens, with a managed login of its own when people sign in to it. */
export class AppClient extends pulumi.ComponentResource {
  readonly client: aws.cognito.UserPoolClient;

  constructor(name: string, { plan, userPoolId, scopes }: AppClientArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:AppClient", name, {}, options);
    const inside = { parent: this };
    const custom = scopes.apply((known) => known.filter((scope) => plan.customScopes.includes(scope)));

    this.client = new aws.cognito.UserPoolClient(
      `${name}-client`,
      {
        ...plan.client,
        userPoolId,
        allowedOauthScopes: custom.apply((found) => [...plan.standardScopes, ...found]),
      },
      inside,
    );
    if (plan.isInteractive) {
      new aws.cognito.ManagedLoginBranding(
        `${name}-branding`,
        { userPoolId, clientId: this.client.id, useCognitoProvidedValues: true },
        inside,
      );
    }
    this.registerOutputs({ clientId: this.client.id });
  }
}
