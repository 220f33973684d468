import { dnsSuffix, text } from "../../aws/shapes";
import type { Invoke } from "../../simulator";

/** @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const descriptions: Readonly<Record<string, string>> = {
  "ap-northeast-1": "Asia Pacific (Tokyo)",
  "ap-south-1": "Asia Pacific (Mumbai)",
  "ap-southeast-1": "Asia Pacific (Singapore)",
  "ap-southeast-2": "Asia Pacific (Sydney)",
  "ca-central-1": "Canada (Central)",
  "eu-central-1": "Europe (Frankfurt)",
  "eu-north-1": "Europe (Stockholm)",
  "eu-west-1": "Europe (Ireland)",
  "eu-west-2": "Europe (London)",
  "eu-west-3": "Europe (Paris)",
  "sa-east-1": "South America (Sao Paulo)",
  "us-east-1": "US East (N. Virginia)",
  "us-east-2": "US East (Ohio)",
  "us-west-1": "US West (N. California)",
  "us-west-2": "US West (Oregon)",
};

/** The region asked for, or the provider's. A region that is not in the table is described by its name. */
export const getRegion: Invoke = {
  token: "aws:index/getRegion:getRegion",
  run: (args, context) => {
    const region = text(args.region ?? args.name) || context.region;
    return {
      description: descriptions[region] ?? region,
      endpoint: `ec2.${region}.${dnsSuffix(region)}`,
      id: region,
      name: region,
      region,
    };
  },
};
