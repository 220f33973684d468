import { simulator } from "../../simulator";
import { arn, regional, text } from "../shapes";

/**
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/authorizer/
 */
export const authorizer = simulator("aws:apigateway/authorizer:Authorizer", {
  autoName: { property: "name", maxLength: 128 },
  defaults: {
    authorizerResultTtlInSeconds: 300,
    identitySource: "method.request.header.Authorization",
    type: "TOKEN",
  },
  id: ({ unique }) => unique(6),
  computed: {
    ...regional,
    arn: (creation) =>
      arn(creation, "apigateway", `/restapis/${text(creation.inputs.restApi)}/authorizers/${creation.id}`, {
        account: true,
      }),
  },
});
