import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/**
 * Every CloudFront distribution has the same hosted zone.
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/userpooldomain/
 */
export const userPoolDomain = simulator("aws:cognito/userPoolDomain:UserPoolDomain", {
  id: ({ inputs }) => text(inputs.domain),
  computed: {
    ...regional,
    awsAccountId: ({ account }) => account,
    cloudfrontDistribution: ({ unique }) => `d${unique(13)}.cloudfront.net`,
    cloudfrontDistributionArn: ({ unique }) => `d${unique(13)}.cloudfront.net`,
    cloudfrontDistributionZoneId: () => "Z2FDTNDATAQYW2",
    managedLoginVersion: () => 1,
    s3Bucket: ({ region }) => `aws-cognito-prod-${region}-assets`,
    version: () => "20260101000000",
  },
});
