import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/secretsmanager/secretpolicy/ */
export const secretPolicy = simulator("aws:secretsmanager/secretPolicy:SecretPolicy", {
  id: ({ inputs }) => text(inputs.secretArn),
  computed: { ...regional },
});
