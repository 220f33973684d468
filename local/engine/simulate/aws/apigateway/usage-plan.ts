import { simulator } from "../../simulator";
import { arn, regional, tagged } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/usageplan/ */
export const usagePlan = simulator("aws:apigateway/usagePlan:UsagePlan", {
  autoName: { property: "name", maxLength: 1024 },
  id: ({ unique }) => unique(6),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "apigateway", `/usageplans/${creation.id}`, { account: true }),
  },
});
