import type { Control } from "../control";
import { read, readText } from "../reading";
import { restMethod } from "../resource-types";

export const methodAuthorizerIdPresent: Control = {
  id: "method-authorizer-id-present",
  title: "A REST method whose authorization is COGNITO_USER_POOLS or CUSTOM names its authorizer.",
  severity: "high",
  level: "mandatory",
  types: [restMethod],
  why: "The type alone says that callers are checked, but not by whom: AWS refuses it late, in the middle of a deployment.",
  fix: "Set authorizerId to the id of the authorizer.",
  source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
  checkResource: ({ properties }) => {
    const type = readText(properties, "authorization");
    if (type !== "COGNITO_USER_POOLS" && type !== "CUSTOM") return [];
    return read(properties, "authorizerId").state === "absent"
      ? [`This method has no authorizer: authorization is ${type} and authorizerId is absent.`]
      : [];
  },
};
