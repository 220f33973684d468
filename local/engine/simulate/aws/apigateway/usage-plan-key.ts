import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/**
 * The provider does not mark `value` secret; it is the API key itself, so here it is one.
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/usageplankey/
 */
export const usagePlanKey = simulator("aws:apigateway/usagePlanKey:UsagePlanKey", {
  id: ({ inputs }) => text(inputs.keyId),
  computed: {
    ...regional,
    name: ({ inputs, lookup }) => text(lookup("aws:apigateway/apiKey:ApiKey", text(inputs.keyId))?.name),
    value: ({ inputs, lookup }) => text(lookup("aws:apigateway/apiKey:ApiKey", text(inputs.keyId))?.value),
  },
  secrets: ["value"],
});
