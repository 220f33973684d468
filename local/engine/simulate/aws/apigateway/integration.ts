import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/**
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/integration/
 */
export const integration = simulator("aws:apigateway/integration:Integration", {
  defaults: { connectionType: "INTERNET", timeoutMilliseconds: 29000 },
  id: ({ inputs }) => `agi-${[inputs.restApi, inputs.resourceId, inputs.httpMethod].map(text).join("-")}`,
  computed: {
    ...regional,
    cacheNamespace: ({ inputs }) => text(inputs.resourceId),
    passthroughBehavior: () => "WHEN_NO_MATCH",
    responseTransferMode: () => "BUFFERED",
  },
});
