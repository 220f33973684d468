import type { KeyUse, Place } from "../compute/encryption-key";
import type { Settings } from "../config/schema";

/** Who may read which client's secret; undefined when nobody but this account's own people, by IAM. */
export interface SecretReadersPlan {
  /** Everybody, each once: whom the key must let decrypt. */
  readonly principals: readonly string[];
  /** By client. Those without readers are absent. */
  readonly byClient: Readonly<Record<string, readonly string[]>>;
}

export function planSecretReaders({ secretReaders }: Settings["consumers"]): SecretReadersPlan | undefined {
  const byClient = Object.fromEntries(
    Object.entries(secretReaders).flatMap(([client, readers = []]) =>
      readers.length === 0 ? [] : [[client, readers.map(arnOf)]],
    ),
  );
  const principals = [...new Set(Object.values(byClient).flat())].sort();
  return principals.length === 0 ? undefined : { principals, byClient };
}

/** An account stands for those of its people whom it lets itself. */
const arnOf = (reader: string) => (/^\d+$/.test(reader) ? `arn:aws:iam::${reader}:root` : reader);

/**
 * Reading, and nothing else: who may change a secret's policy may let in anybody. In another account, an identity policy of the
 * reader's own must allow it as well.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html
 */
export const readersPolicy = (readers: readonly string[]) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: [...readers] },
      Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
      Resource: "*",
    },
  ],
});

/**
 * Opening secrets, through Secrets Manager alone.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export const readersUse =
  (principals: readonly string[]) =>
  ({ region }: Place): readonly KeyUse[] => [
    {
      principals,
      actions: ["kms:Decrypt", "kms:DescribeKey"],
      condition: { StringEquals: { "kms:ViaService": `secretsmanager.${region}.amazonaws.com` } },
    },
  ];
