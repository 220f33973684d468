import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/secretsmanager/secretrotation/ */
export const secretRotation = simulator("aws:secretsmanager/secretRotation:SecretRotation", {
  id: ({ inputs }) => text(inputs.secretId),
  computed: { ...regional, rotationEnabled: () => true },
});
