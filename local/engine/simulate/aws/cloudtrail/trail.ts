import { type Creation, simulator } from "../../simulator";
import { arn, regional, tagged, text } from "../shapes";

/**
 * A trail's id is its ARN.
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/cloudtrail/trail/
 */
export const trail = simulator("aws:cloudtrail/trail:Trail", {
  autoName: { property: "name", maxLength: 128 },
  defaults: {
    enableLogFileValidation: false,
    enableLogging: true,
    includeGlobalServiceEvents: true,
    isMultiRegionTrail: false,
    isOrganizationTrail: false,
  },
  id: (creation) => trailArn(creation, text(creation.inputs.name)),
  computed: {
    ...regional,
    ...tagged,
    arn: ({ id }) => id,
    homeRegion: ({ region }) => region,
    snsTopicArn: (creation) => topicArn(creation, text(creation.inputs.snsTopicName)),
  },
});

export const trailArn = (creation: Creation, name: string): string => arn(creation, "cloudtrail", `trail/${name}`);

/** A topic may be given by its name alone or by its ARN. @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html */
const topicArn = (creation: Creation, topic: string): string =>
  topic === "" || topic.startsWith("arn:") ? topic : arn(creation, "sns", topic);
