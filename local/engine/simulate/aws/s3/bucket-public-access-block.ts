import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucketpublicaccessblock/ */
export const bucketPublicAccessBlock = simulator("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", {
  id: ({ inputs }) => text(inputs.bucket),
  computed: { ...regional },
});
