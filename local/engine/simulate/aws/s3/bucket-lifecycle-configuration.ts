import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucketlifecycleconfiguration/ */
export const bucketLifecycleConfiguration = simulator(
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  {
    id: ({ inputs }) => text(inputs.bucket),
    computed: {
      ...regional,
      expectedBucketOwner: () => "",
      transitionDefaultMinimumObjectSize: () => "all_storage_classes_128K",
    },
  },
);
