import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucketversioning/ */
export const bucketVersioning = simulator("aws:s3/bucketVersioning:BucketVersioning", {
  id: ({ inputs }) => text(inputs.bucket),
  computed: { ...regional },
});
