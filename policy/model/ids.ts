import { readText } from "../reading";
import type { Resource } from "../resource";
import type { Family } from "../resource-types";

/** Outputs that are an id or ARN by themselves, and outputs in which one is a part. */
const sources: Partial<
  Record<Family, { readonly whole: readonly string[]; readonly within?: readonly [string, RegExp] }>
> = {
  restApi: { whole: ["id", "restApiId"], within: ["executionArn", /^arn:[^:]*:execute-api:[^:]*:[^:]*:([^/]+)/] },
  restResource: { whole: ["id", "resourceId"] },
  restAuthorizer: { whole: ["id", "authorizerId"], within: ["arn", /\/authorizers\/([^/]+)$/] },
  restDeployment: { whole: ["id", "deploymentId"] },
  httpApi: { whole: ["id", "apiId"], within: ["executionArn", /^arn:[^:]*:execute-api:[^:]*:[^:]*:([^/]+)/] },
  httpAuthorizer: { whole: ["id", "authorizerId"] },
  userPool: { whole: ["id", "userPoolId", "arn"], within: ["arn", /:userpool\/(.+)$/] },
  userPoolClient: { whole: ["id", "clientId"] },
  lambdaFunction: { whole: ["id", "name", "functionName", "arn", "invokeArn", "qualifiedArn", "qualifiedInvokeArn"] },
};

/** The known ids and ARNs by which other resources may name this one. */
export function idsOf(family: Family, { properties }: Resource): readonly string[] {
  const source = sources[family];
  if (source === undefined) return [];
  const ids = source.whole.flatMap((property) => readText(properties, property) ?? []);
  if (source.within === undefined) return ids;
  const [property, pattern] = source.within;
  const part = readText(properties, property)?.match(pattern)?.[1];
  return part === undefined ? ids : [...ids, part];
}
