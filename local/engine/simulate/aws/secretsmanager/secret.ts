import { type Creation, simulator } from "../../simulator";
import { arn, base62, regional, tagged, text } from "../shapes";

const secretArn = (creation: Creation): string =>
  arn(creation, "secretsmanager", `secret:${text(creation.inputs.name)}-${base62(creation, 6)}`);

/**
 * AWS ends the ARN with a hyphen and six characters of its own.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/getting-started.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/secretsmanager/secret/
 */
export const secret = simulator("aws:secretsmanager/secret:Secret", {
  autoName: { property: "name", maxLength: 512 },
  defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
  id: secretArn,
  computed: { ...regional, ...tagged, arn: secretArn, namePrefix: () => "", policy: () => "" },
});
