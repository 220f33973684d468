import type { Control } from "../control";
import { read, readText } from "../reading";
import { httpRoute } from "../resource-types";

export const routeAuthorizerIdPresent: Control = {
  id: "route-authorizer-id-present",
  title: "A route whose authorizationType is JWT or CUSTOM names its authorizer.",
  severity: "high",
  level: "mandatory",
  types: [httpRoute],
  why: "The type alone says that callers are checked, but not by whom: AWS refuses it late, in the middle of a deployment.",
  fix: "Set authorizerId to the id of the authorizer.",
  source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html",
  checkResource: ({ properties }) => {
    const type = readText(properties, "authorizationType");
    if (type !== "JWT" && type !== "CUSTOM") return [];
    return read(properties, "authorizerId").state === "absent"
      ? [`This route has no authorizer: authorizationType is ${type} and authorizerId is absent.`]
      : [];
  },
};
