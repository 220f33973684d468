import { readFileSync } from "node:fs";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  type IdentityProvider as Declaration,
  type Metadata,
  oidcDetails,
  planIdentityProvider,
  type SamlProvider,
  samlDetails,
} from "./plan-identity-provider";

export interface IdentityProviderArgs {
  readonly provider: Declaration;
  readonly userPoolId: pulumi.Input<string>;
  /** The secret of an OIDC provider, by its name. */
  readonly secretOf: (provider: string) => pulumi.Input<string>;
}

/** Another directory, whose people may sign in. Its details are secret as a whole: one of them may be a client secret. */
export class IdentityProvider extends pulumi.ComponentResource {
  readonly provider: aws.cognito.IdentityProvider;

  constructor(
    name: string,
    { provider, userPoolId, secretOf }: IdentityProviderArgs,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("gatehouse:identity:IdentityProvider", name, {}, options);
    const plan = planIdentityProvider(name, provider);
    const details =
      provider.kind === "saml"
        ? samlDetails(provider, metadataOf(name, provider))
        : oidcDetails(provider, pulumi.secret(secretOf(name)));

    this.provider = new aws.cognito.IdentityProvider(
      `${name}-identity-provider`,
      { ...plan.provider, userPoolId, providerDetails: details as Record<string, pulumi.Input<string>> },
      { parent: this, additionalSecretOutputs: ["providerDetails"], ignoreChanges: plan.ignoreChanges },
    );
    this.registerOutputs({ providerName: this.provider.providerName });
  }
}

/** @throws {pulumi.RunError} when the metadata's file cannot be read */
function metadataOf(name: string, { metadataUrl, metadataFile }: SamlProvider): Metadata {
  if (metadataUrl !== undefined) return { MetadataURL: metadataUrl };
  try {
    return { MetadataFile: readFileSync(metadataFile!, "utf8") };
  } catch (cause) {
    throw new pulumi.RunError(
      `identityProviders.${name}.metadataFile: ${metadataFile} cannot be read (${(cause as NodeJS.ErrnoException).code}); put the provider's metadata there, or set metadataUrl`,
    );
  }
}
