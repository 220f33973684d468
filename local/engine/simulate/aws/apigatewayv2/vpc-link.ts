import { simulator } from "../../simulator";
import { arn, regional, tagged } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/vpclink/ */
export const vpcLink = simulator("aws:apigatewayv2/vpcLink:VpcLink", {
  autoName: { property: "name", maxLength: 128 },
  id: ({ unique }) => unique(6),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "apigateway", `/vpclinks/${creation.id}`, { account: true }),
  },
});
