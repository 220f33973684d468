import type { FunctionReference } from "./model";

/**
 * The function that an integration or authorizer URI names: API Gateway's form
 * (`arn:aws:apigateway:<region>:lambda:path/2015-03-31/functions/<function ARN>/invocations`) or the function's own ARN.
 * @param role - ARN of the role with which the API calls the function; absent where the function's permissions decide.
 */
export function readFunctionReference(
  uri: string | undefined,
  role: string | undefined,
): FunctionReference | undefined {
  const arn = /\/functions\/(arn:[^/]+)\/(?:invocations|response-streaming-invocations)$/.exec(uri ?? "")?.[1] ?? uri;
  return arn?.startsWith("arn:") && arn.includes(":function:") ? { arn, assumesRole: role !== undefined } : undefined;
}

/** Region and account of `arn:aws:execute-api:<region>:<account>:<api>`. */
export function readExecutionArn(executionArn: string | undefined, api: string) {
  const [, , service, region, account] = executionArn?.split(":") ?? [];
  if (executionArn === undefined || service !== "execute-api" || !region || !account) {
    throw new Error(
      `API "${api}" has the executionArn "${executionArn ?? ""}"; expected arn:aws:execute-api:<region>:<account>:<api id>, ` +
        "as a stack has after an update.",
    );
  }
  return { executionArn, region, account };
}

/** `https://cognito-idp.<region>.amazonaws.com/<pool>` for `arn:aws:cognito-idp:<region>:<account>:userpool/<pool>`. */
export function poolIssuer(arn: string, authorizer: string): string {
  const [, , service, region, , pool] = arn.split(":");
  if (service !== "cognito-idp" || !region || !pool?.startsWith("userpool/")) {
    throw new Error(`Authorizer "${authorizer}" has the provider ARN "${arn}"; expected that of a Cognito user pool.`);
  }
  return `https://cognito-idp.${region}.amazonaws.com/${pool.slice("userpool/".length)}`;
}
