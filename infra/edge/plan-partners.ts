import type { Settings } from "../config/schema";

/**
 * What each partner may use of the REST API's metered routes. It is measured on a best-effort basis: neither a bill nor a guard.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 */
export const planPartners = ({ partners }: Settings["edge"]) =>
  Object.entries(partners).map(([name, { requestsPerSecond, burst, requestsPerMonth }]) => ({
    name,
    description: `What ${name} may use`,
    throttleSettings: { rateLimit: requestsPerSecond, burstLimit: burst },
    ...(requestsPerMonth !== undefined && { quotaSettings: { limit: requestsPerMonth, period: "MONTH" } }),
  }));
