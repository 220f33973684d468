import type { Control } from "../control";
import { isOn } from "../model/demand";
import { requestValidators, restApis } from "../model/edge-types";
import { apiOf } from "../model/owner";
import { ofTypes } from "../model/shown";
import { validatesInBody } from "../model/validator-in-body";
import { read } from "../reading";

export const restApiRequestValidator: Control = {
  id: "rest-api-request-validator",
  title: "Every REST API has a validator for the body and the parameters of requests.",
  severity: "low",
  level: "advisory",
  types: restApis,
  why: "Malformed requests reach the functions, which then have to refuse each of them themselves.",
  fix: "Declare a RequestValidator of this API with validateRequestBody and validateRequestParameters, and name it in the methods.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html",
  elsewhere: { "cdk-nag": "AwsSolutions-APIG2" },
  checkStack: (stack) => {
    const validated = new Set(
      ofTypes(stack, requestValidators)
        .filter(
          ({ properties }) =>
            isOn(read(properties, "validateRequestBody")) && isOn(read(properties, "validateRequestParameters")),
        )
        .map((validator) => apiOf(stack, validator)?.urn),
    );
    return ofTypes(stack, restApis)
      .filter(({ urn, properties }) => !validated.has(urn) && !validatesInBody(properties))
      .map(({ urn }) => ({
        message: "Requests of any shape reach what is behind this API: no validator of it checks body and parameters.",
        urn,
      }));
  },
};
