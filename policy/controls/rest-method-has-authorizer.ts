import type { Control } from "../control";
import { waysInto } from "../model/way-in";
import { readText } from "../reading";
import { families } from "../resource-types";

export const restMethodHasAuthorizer: Control = {
  id: "rest-method-has-authorizer",
  title: "Every method of a REST API but OPTIONS has an authorizer.",
  severity: "critical",
  level: "mandatory",
  types: families.restMethod,
  why: "Anyone on the internet could call the method. An API key does not change that: it meters callers and identifies none.",
  fix: "Set authorization to COGNITO_USER_POOLS or CUSTOM with an authorizerId, or to AWS_IAM; if the method must be public, list it in the policy's exceptions.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
  elsewhere: {
    checkov: "CKV_AWS_59",
    "cdk-nag": "AwsSolutions-APIG4",
    kics: "api_gateway_with_open_access",
    trivy: "AWS-0004",
    "cfn-nag": "W59",
    mondoo: "api-gw-require-authentication",
  },
  // A Method has its verb but only the id of its path, which a preview does not know.
  excusable: { shows: "verb", subject: ({ properties }) => readText(properties, "httpMethod") },
  // A browser sends its preflight without credentials.
  checkResource: (method) =>
    waysInto(method).flatMap(({ verb, opening }) =>
      verb === "OPTIONS" || opening === undefined
        ? []
        : [`Anyone can call this method without credentials: ${opening}.`],
    ),
};
