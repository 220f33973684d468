import { simulator } from "../../simulator";
import { regional } from "../shapes";

/**
 * Without identity sources there is nothing to cache by, and a JWT authorizer keeps no answers.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/authorizer/
 */
export const authorizer = simulator("aws:apigatewayv2/authorizer:Authorizer", {
  autoName: { property: "name", maxLength: 128 },
  id: ({ unique }) => unique(6),
  computed: {
    ...regional,
    authorizerResultTtlInSeconds: ({ inputs: { authorizerType, identitySources } }) =>
      authorizerType === "REQUEST" && Array.isArray(identitySources) && identitySources.length > 0 ? 300 : 0,
  },
});
