import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucketownershipcontrols/ */
export const bucketOwnershipControls = simulator("aws:s3/bucketOwnershipControls:BucketOwnershipControls", {
  id: ({ inputs }) => text(inputs.bucket),
  computed: { ...regional },
});
