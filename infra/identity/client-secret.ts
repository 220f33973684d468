import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { readersPolicy } from "./plan-secret-readers";

/** Accounts and roles that may read a secret. */
export interface SecretReaders {
  /** ARNs of IAM. */
  readonly principals: readonly string[];
  /** Of the KMS key that they may decrypt with. */
  readonly keyArn: pulumi.Input<string>;
}

/**
 * A confidential app client's credentials in Secrets Manager, as `{"clientId": ..., "clientSecret": ...}`: whoever runs the
 * application reads them there, by permission, and no output holds them.
 */
export class ClientSecret extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(
    name: string,
    { client, readers }: { readonly client: aws.cognito.UserPoolClient; readonly readers?: SecretReaders | undefined },
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("gatehouse:identity:ClientSecret", name, {}, options);
    const inside = { parent: this };
    const secret = new aws.secretsmanager.Secret(
      `${name}-secret`,
      { description: `Client id and secret of the app client ${name}`, ...(readers && { kmsKeyId: readers.keyArn }) },
      inside,
    );
    if (readers)
      new aws.secretsmanager.SecretPolicy(
        `${name}-secret-policy`,
        {
          secretArn: secret.arn,
          policy: pulumi.jsonStringify(readersPolicy(readers.principals)),
          blockPublicPolicy: true,
        },
        inside,
      );
    new aws.secretsmanager.SecretVersion(
      `${name}-secret-version`,
      {
        secretId: secret.id,
        secretString: pulumi.secret(pulumi.jsonStringify({ clientId: client.id, clientSecret: client.clientSecret })),
      },
      inside,
    );
    this.arn = secret.arn;
    this.registerOutputs({ secretArn: this.arn });
  }
}
