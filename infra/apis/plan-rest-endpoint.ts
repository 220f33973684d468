import type { Settings } from "../config/schema";

/**
 * How a REST API is reached, as its own properties. API Gateway talks TLS by the API's policy even where a request comes in at a
 * domain with another, so that both have the same.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html
 */
export function planRestEndpoint({ rest, callers }: Settings["edge"]) {
  const vpcEndpointIds = [...(callers?.vpcEndpoints ?? [])];
  return {
    // Whatever guards the domain would guard nothing while there is a second way in.
    disableExecuteApiEndpoint: rest !== undefined,
    endpointConfiguration: vpcEndpointIds.length > 0 ? { types: "PRIVATE", vpcEndpointIds } : { types: "REGIONAL" },
    ...(rest && restTls(rest)),
  };
}

/**
 * TLS 1.3 and nothing older, at the name that the certificate has. With mutual TLS, which AWS offers on no domain with such a
 * policy, the older one: TLS 1.2 and up, and what AWS takes for the API itself.
 * Taking `STRICT` into use while clients still call by another name refuses them.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html
 */
export const restTls = ({ mutualTls }: NonNullable<Settings["edge"]["rest"]>) =>
  mutualTls ? {} : { securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09", endpointAccessMode: "STRICT" };
