import { simulator } from "../../simulator";
import { arn, regional, tagged, text } from "../shapes";

/**
 * The provider leaves out the `:*` with which AWS ends this ARN.
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/cloudwatch/loggroup/
 */
export const logGroup = simulator("aws:cloudwatch/logGroup:LogGroup", {
  autoName: { property: "name", maxLength: 512 },
  defaults: { retentionInDays: 0, skipDestroy: false },
  id: ({ inputs }) => text(inputs.name),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "logs", `log-group:${creation.id}`),
    deletionProtectionEnabled: () => false,
    logGroupClass: () => "STANDARD",
    namePrefix: () => "",
  },
});
