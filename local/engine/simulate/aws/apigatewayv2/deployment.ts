import { simulator } from "../../simulator";
import { regional } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/deployment/ */
export const deployment = simulator("aws:apigatewayv2/deployment:Deployment", {
  id: ({ unique }) => unique(6),
  computed: { ...regional, autoDeployed: () => false },
});
