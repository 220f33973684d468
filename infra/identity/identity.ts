import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Catalogue } from "../catalogue";
import { EncryptionKey } from "../compute/encryption-key";
import type { Logs } from "../compute/logs";
import type { Triggers } from "../compute/triggers";
import type { Settings } from "../config/schema";
import { AppClient } from "./app-client";
import { IdentityProvider } from "./identity-provider";
import { planAppClient } from "./plan-app-client";
import { planLambdaConfig } from "./plan-lambda-config";
import { planSecretReaders, readersUse } from "./plan-secret-readers";
import { ResourceServers } from "./resource-servers";
import { TriggerAccess } from "./trigger-access";
import { UserGroups } from "./user-groups";
import { UserPool } from "./user-pool";

export interface IdentityArgs {
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  readonly logs: Logs;
  readonly triggers: Triggers;
  /** The client secret of an OIDC provider, by the provider's name. */
  readonly secretOf: (provider: string) => pulumi.Input<string>;
}

/** Who is who: the user pool, other directories behind it, the scopes that its tokens can carry, and the applications that ask for them. */
export class Identity extends pulumi.ComponentResource {
  readonly userPool: aws.cognito.UserPool;
  readonly groups: pulumi.Output<string[]>;
  readonly identityProviders: Readonly<Record<string, aws.cognito.IdentityProvider>>;
  readonly clients: Readonly<Record<keyof Catalogue["clients"], AppClient>>;

  constructor(name: string, args: IdentityArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:Identity", name, {}, options);
    const inside = { parent: this };
    const { catalogue, settings, logs, triggers, secretOf } = args;
    const lambdaConfig = planLambdaConfig(triggers.arns, catalogue.clients);
    const { pool } = new UserPool("users", { catalogue, settings, logs, lambdaConfig }, inside);
    const userPoolId = pool.id;
    new TriggerAccess("triggers", { triggers: triggers.byTrigger, userPoolArn: pool.arn }, inside);

    const servers = catalogue.resourceServers;
    const { scopes } = new ResourceServers("resource-servers", { userPoolId, servers }, inside);
    const identityProviders = mapValues(
      settings.identityProviders,
      (provider, key) => new IdentityProvider(key, { provider, userPoolId, secretOf }, inside).provider,
    );

    const readers = planSecretReaders(settings.consumers);
    const secretsKey =
      readers &&
      new EncryptionKey(
        "client-secrets",
        { description: "Client secrets that other teams may read", uses: readersUse(readers.principals) },
        inside,
      );

    this.userPool = pool;
    this.groups = new UserGroups("groups", { userPoolId, groups: catalogue.groups }, inside).names;
    this.identityProviders = identityProviders;
    this.clients = mapValues(catalogue.clients, (declaration, key) => {
      const plan = planAppClient(key, declaration, settings);
      const principals = readers?.byClient[key];
      const secretReaders = secretsKey && principals && { principals, keyArn: secretsKey.arn };
      return new AppClient(key, { plan, userPoolId, scopes, identityProviders, secretReaders }, inside);
    });
    this.registerOutputs({});
  }

  /** Every client's id, by name in the catalogue: the audiences whose tokens the APIs take. */
  get clientIds(): Readonly<Record<keyof Catalogue["clients"], pulumi.Output<string>>> {
    return mapValues(this.clients, ({ client }) => client.id);
  }

  /**
   * The `iss` of every token.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
   */
  get issuer(): pulumi.Output<string> {
    return pulumi.interpolate`https://${this.userPool.endpoint}`;
  }
}

const mapValues = <Key extends string, From, To>(
  values: Readonly<Record<Key, From>>,
  make: (value: From, key: Key) => To,
) =>
  Object.fromEntries(Object.entries<From>(values).map(([key, value]) => [key, make(value, key as Key)])) as Record<
    Key,
    To
  >;
