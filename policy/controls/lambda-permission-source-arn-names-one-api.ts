import type { Control } from "../control";
import { httpApis, httpStages, permissions, restApis, restDeployments, restStages } from "../model/edge-types";
import { isApiGateway } from "../model/lambda-permission";
import { madeFrom, ofTypes } from "../model/shown";
import { read } from "../reading";
import type { StackResource } from "../resource";

/** Resources whose execution ARN, or id, names one API. */
const naming = [...restApis, ...httpApis, ...restStages, ...httpStages, ...restDeployments];

export const lambdaPermissionSourceArnNamesOneApi: Control = {
  id: "lambda-permission-source-arn-names-one-api",
  title: "The source ARN of a permission for API Gateway names one API.",
  severity: "high",
  level: "mandatory",
  types: permissions,
  why: "Whoever may create an API in the account could put an open route in front of the function.",
  fix: "Make sourceArn from one API's executionArn, such as `<executionArn>/*/GET/orders` or `<executionArn>/authorizers/<id>`.",
  source: "https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html",
  checkResource: (permission) => {
    if (!isApiGateway(permission)) return [];
    const arn = read(permission.properties, "sourceArn");
    switch (arn.state) {
      case "absent":
        return ["More than one API can invoke this function: sourceArn is absent."];
      // What it is made of, only the whole stack shows.
      case "unknown":
        return [];
      case "known":
        return namesOneApi(String(arn.value))
          ? []
          : ["Not one API, but any number of them or none, can invoke this function: sourceArn names no single API."];
    }
  },
  checkStack: (stack) =>
    ofTypes(stack, permissions)
      .filter(isApiGateway)
      .filter(({ properties }) => read(properties, "sourceArn").state === "unknown")
      .filter((permission) => apisOf(permission) !== 1)
      .map((permission) => ({
        message: `Nothing shows which API can invoke this function: sourceArn is not known before the deployment, and made from ${apisOf(permission)} APIs of this stack.`,
        urn: permission.urn,
      })),
};

/**
 * `arn:<partition>:execute-api:<region>:<account>:<api>/...` without a wildcard up to the API's id.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html
 */
function namesOneApi(arn: string): boolean {
  return /^arn:[^:*?]+:execute-api:[^:*?]+:[^:*?]+:[^/:*?]+(\/|$)/.test(arn);
}

/** Of how many APIs it is made. A stage or deployment names its API when the ARN is made of no API itself. */
function apisOf(permission: StackResource): number {
  const apis = madeFrom(permission, "sourceArn", [...restApis, ...httpApis]).length;
  return apis > 0 ? apis : madeFrom(permission, "sourceArn", naming).length;
}
