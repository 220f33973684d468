import { simulator } from "../../simulator";
import { hex, regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cloudwatch/logresourcepolicy/ */
export const logResourcePolicy = simulator("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", {
  id: ({ inputs }) => text(inputs.policyName ?? inputs.resourceArn),
  computed: {
    ...regional,
    policyScope: ({ inputs }) => (inputs.resourceArn === undefined ? "ACCOUNT" : "RESOURCE"),
    revisionId: (creation) => hex(creation, 32),
  },
});
