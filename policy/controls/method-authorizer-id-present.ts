import type { Control } from "../control";
import { nameIn, readOf, textOf } from "../model/property";
import { families } from "../resource-types";

export const methodAuthorizerIdPresent: Control = {
  id: "method-authorizer-id-present",
  title: "A REST method whose authorization is COGNITO_USER_POOLS or CUSTOM names its authorizer.",
  severity: "high",
  level: "mandatory",
  types: families.restMethod,
  why: "The type alone says that callers are checked, but not by whom: AWS refuses it late, in the middle of a deployment.",
  fix: "Set authorizerId to the id of the authorizer.",
  source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
  checkResource: (resource) => {
    const type = textOf(resource, "authorization");
    if (type !== "COGNITO_USER_POOLS" && type !== "CUSTOM") return [];
    return readOf(resource, "authorizerId").state === "absent"
      ? [`This method has no authorizer: ${nameIn(resource, "authorization")} is ${type} and authorizerId is absent.`]
      : [];
  },
};
