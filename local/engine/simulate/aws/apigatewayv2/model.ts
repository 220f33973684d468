import { simulator } from "../../simulator";
import { regional } from "../shapes";

/**
 * A model's name is letters and digits only.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-models.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/model/
 */
export const model = simulator("aws:apigatewayv2/model:Model", {
  autoName: { property: "name", maxLength: 128, format: (name) => name.replaceAll(/[^A-Za-z0-9]/g, "") },
  id: ({ unique }) => unique(6),
  computed: { ...regional },
});
