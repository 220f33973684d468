import { simulator } from "../../simulator";
import { arn, regional, tagged } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/vpclink/ */
export const vpcLink = simulator("aws:apigateway/vpcLink:VpcLink", {
  autoName: { property: "name", maxLength: 1024 },
  id: ({ unique }) => unique(6),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "apigateway", `/vpclinks/${creation.id}`, { account: true }),
  },
});
