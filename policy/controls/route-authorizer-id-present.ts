import type { Control } from "../control";
import { nameIn, readOf, textOf } from "../model/property";
import { families } from "../resource-types";

export const routeAuthorizerIdPresent: Control = {
  id: "route-authorizer-id-present",
  title: "A route whose authorizationType is JWT or CUSTOM names its authorizer.",
  severity: "high",
  level: "mandatory",
  types: families.httpRoute,
  why: "The type alone says that callers are checked, but not by whom: AWS refuses it late, in the middle of a deployment.",
  fix: "Set authorizerId to the id of the authorizer.",
  source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html",
  checkResource: (resource) => {
    const type = textOf(resource, "authorizationType");
    if (type !== "JWT" && type !== "CUSTOM") return [];
    return readOf(resource, "authorizerId").state === "absent"
      ? [
          `This route has no authorizer: ${nameIn(resource, "authorizationType")} is ${type} and authorizerId is absent.`,
        ]
      : [];
  },
};
