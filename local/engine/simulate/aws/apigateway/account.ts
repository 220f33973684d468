import { simulator } from "../../simulator";
import { regional } from "../shapes";

/**
 * One in each region of an account.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_GetAccount.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/account/
 */
export const account = simulator("aws:apigateway/account:Account", {
  id: ({ account }) => account,
  computed: {
    ...regional,
    apiKeyVersion: () => "1",
    cloudwatchRoleArn: () => "",
    features: () => ["UsagePlans"],
    throttleSettings: () => [{ burstLimit: 5000, rateLimit: 10000 }],
  },
});
