import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucketpolicy/ */
export const bucketPolicy = simulator("aws:s3/bucketPolicy:BucketPolicy", {
  id: ({ inputs }) => text(inputs.bucket),
  computed: { ...regional },
});
