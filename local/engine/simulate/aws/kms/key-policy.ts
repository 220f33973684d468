import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/kms/keypolicy/ */
export const keyPolicy = simulator("aws:kms/keyPolicy:KeyPolicy", {
  id: ({ inputs }) => text(inputs.keyId),
  computed: { ...regional },
});
