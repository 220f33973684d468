import type { Control } from "../control";
import { permissions } from "../model/edge-types";
import { isService, isSourceScoped } from "../model/lambda-permission";
import { unshown } from "../model/shown";

export const lambdaPermissionSourceScoped: Control = {
  id: "lambda-permission-source-scoped",
  title: "A permission for API Gateway, or another AWS service, names the source for which the service may call.",
  severity: "high",
  level: "mandatory",
  types: permissions,
  why: "The service acts for every customer of AWS: somebody else's API could invoke the function.",
  fix: "Set sourceArn to the ARN of the API, topic or rule that calls the function, or sourceAccount to its account.",
  source: "https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html",
  elsewhere: { checkov: "CKV_AWS_364", trivy: "AWS-0067", mondoo: "lambda-source-arn" },
  checkResource: (permission) =>
    isService(permission) && !isSourceScoped(permission, false)
      ? ["Any customer of the service can have it invoke this function: neither sourceArn nor sourceAccount limits it."]
      : [],
  checkStack: (stack) => unshown(stack, permissions, ["sourceArn", "sourceAccount"], { applies: isService }),
};
