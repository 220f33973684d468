import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ClientSecret, type SecretReaders } from "./client-secret";
import type { AppClientPlan } from "./plan-app-client";

export interface AppClientArgs {
  readonly plan: AppClientPlan;
  readonly userPoolId: pulumi.Input<string>;
  /** Every scope that exists, as the resource servers put them out: those of the plan are taken from here. */
  readonly scopes: pulumi.Output<string[]>;
  /** Every identity provider that exists, by name: those of the plan are taken from here. */
  readonly identityProviders: Readonly<Record<string, aws.cognito.IdentityProvider>>;
  /** Who else may read its secret. Absent: nobody. */
  readonly secretReaders?: SecretReaders | undefined;
}

/**
 * An application that may ask the user pool for tokens, with a managed login of its own when people sign in to it. What it may
 * ask for comes from other resources' outputs, since those must exist before it.
 */
export class AppClient extends pulumi.ComponentResource {
  readonly client: aws.cognito.UserPoolClient;
  /** Where the client's secret is; undefined for clients without one. */
  readonly secretArn: pulumi.Output<string> | undefined;

  constructor(name: string, args: AppClientArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:AppClient", name, {}, options);
    const inside = { parent: this };
    const { plan, userPoolId } = args;
    const custom = args.scopes.apply((known) => known.filter((scope) => plan.customScopes.includes(scope)));
    const others = plan.identityProviders.map((provider) => args.identityProviders[provider]!.providerName);
    const own = plan.offersUserPool ? ["COGNITO"] : [];

    this.client = new aws.cognito.UserPoolClient(
      `${name}-client`,
      {
        ...plan.client,
        userPoolId,
        allowedOauthScopes: custom.apply((found) => [...plan.standardScopes, ...found, ...plan.foreignScopes]),
        ...(plan.isInteractive && { supportedIdentityProviders: [...own, ...others] }),
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
    this.secretArn = plan.client.generateSecret
      ? new ClientSecret(name, { client: this.client, readers: args.secretReaders }, inside).arn
      : undefined;
    this.registerOutputs({ clientId: this.client.id });
  }
}
