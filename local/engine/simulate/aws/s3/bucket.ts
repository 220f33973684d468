import { simulator } from "../../simulator";
import { arn, dnsSuffix, regional, tagged, text, upper } from "../shapes";

/**
 * Names of buckets have no capitals. Website endpoints, which newer programs make with a resource of its own, are not
 * simulated.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucket/
 */
export const bucket = simulator("aws:s3/bucket:Bucket", {
  autoName: { property: "bucket", maxLength: 63, format: (name) => name.toLowerCase() },
  defaults: { forceDestroy: false },
  id: ({ inputs }) => text(inputs.bucket),
  computed: {
    ...regional,
    ...tagged,
    accelerationStatus: () => "",
    arn: (creation) => arn(creation, "s3", creation.id, { region: true, account: true }),
    bucketDomainName: ({ id, region }) => `${id}.s3.${dnsSuffix(region)}`,
    bucketPrefix: () => "",
    bucketRegion: ({ region }) => region,
    bucketRegionalDomainName: ({ id, region }) => `${id}.s3.${region}.${dnsSuffix(region)}`,
    hostedZoneId: (creation) => `Z${upper(creation, 13)}`,
    objectLockEnabled: () => false,
    policy: () => "",
    requestPayer: () => "BucketOwner",
  },
});
