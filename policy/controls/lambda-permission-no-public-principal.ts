import type { Control } from "../control";
import { permissions } from "../model/edge-types";
import { isSourceScoped } from "../model/lambda-permission";
import { unshown } from "../model/shown";
import { readText } from "../reading";

export const lambdaPermissionNoPublicPrincipal: Control = {
  id: "lambda-permission-no-public-principal",
  title: "No permission lets everyone invoke a function.",
  severity: "critical",
  level: "mandatory",
  types: permissions,
  why: "Anyone with an AWS account could invoke the function directly, past the API and its authorizers.",
  fix: "Set principal to the service, account or role that calls the function, and sourceArn to what it calls for.",
  source: "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
  elsewhere: {
    checkov: "CKV_AWS_301",
    "cfn-nag": "W24",
    "cdk-nag": "LambdaFunctionPublicAccessProhibited",
    "security-hub": "Lambda.1",
    mondoo: "lambda-function-public-access-prohibited",
  },
  checkResource: (permission) =>
    readText(permission.properties, "principal")?.trim() === "*" && !isSourceScoped(permission, true)
      ? ["Anyone can invoke this function: principal is a wildcard, and no source limits it."]
      : [],
  checkStack: (stack) =>
    unshown(stack, permissions, ["principal"], { applies: (permission) => !isSourceScoped(permission, true) }),
};
