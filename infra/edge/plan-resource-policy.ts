import type { Settings } from "../config/schema";

/**
 * Who may call a REST API at all, before any authorizer is asked: it denies whom none of the lists has. A key that a request does
 * not carry, such as the account of a caller with a token, counts as not listed.
 * @param executionArn of the API
 * @returns a policy document as JSON
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function planResourcePolicy(
  { accounts, vpcEndpoints, addresses }: NonNullable<Settings["edge"]["callers"]>,
  executionArn: string,
): string {
  const anyCall = { Principal: "*", Action: "execute-api:Invoke", Resource: `${executionArn}/*` };
  const noneOf = {
    ...(vpcEndpoints.length > 0 && { "aws:SourceVpce": vpcEndpoints }),
    ...(accounts.length > 0 && { "aws:PrincipalAccount": accounts }),
  };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", ...anyCall },
      {
        Effect: "Deny",
        ...anyCall,
        // All conditions of a statement must hold for it to deny.
        Condition: {
          ...(addresses.length > 0 && { NotIpAddress: { "aws:SourceIp": addresses } }),
          ...(Object.keys(noneOf).length > 0 && { StringNotEquals: noneOf }),
        },
      },
    ],
  });
}
