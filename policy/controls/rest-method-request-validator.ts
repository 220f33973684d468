import type { Control } from "../control";
import { isOn } from "../model/demand";
import { requestValidators, restMethods } from "../model/edge-types";
import { madeFrom, ofTypes } from "../model/shown";
import { read, readText } from "../reading";
import type { Resource } from "../resource";

export const restMethodRequestValidator: Control = {
  id: "rest-method-request-validator",
  title: "Every method of a REST API but OPTIONS names a validator that checks something.",
  severity: "low",
  level: "advisory",
  types: restMethods,
  why: "A validator does nothing by itself: requests of any shape reach what is behind a method that names none.",
  fix: "Set requestValidatorId to a RequestValidator with validateRequestBody or validateRequestParameters.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html",
  elsewhere: { checkov: "CKV2_AWS_53" },
  checkResource: (method) =>
    !isPreflight(method) && read(method.properties, "requestValidatorId").state === "absent"
      ? ["Requests of any shape reach what is behind this method: requestValidatorId is absent."]
      : [],
  checkStack: (stack) =>
    ofTypes(stack, restMethods)
      .filter((method) => !isPreflight(method))
      .filter((method) => {
        const validators = madeFrom(method, "requestValidatorId", requestValidators);
        return validators.length > 0 && !validators.some(checksSomething);
      })
      .map(({ urn }) => ({
        message:
          "Requests of any shape reach what is behind this method: its validator checks neither body nor parameters.",
        urn,
      })),
};

function isPreflight({ properties }: Resource): boolean {
  return readText(properties, "httpMethod") === "OPTIONS";
}

function checksSomething({ properties }: Resource): boolean {
  return isOn(read(properties, "validateRequestBody")) || isOn(read(properties, "validateRequestParameters"));
}
