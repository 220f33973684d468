import { type Properties, read, readText } from "../reading";
import { isOn } from "./demand";
import { readDocument } from "./openapi/document";

/**
 * Whether an API's OpenAPI definition has a validator for body and parameters, and uses it for the whole API.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-request-validators.html
 */
export function validatesInBody(properties: Properties): boolean {
  const document = readDocument(read(properties, "body"));
  if (document.state !== "read") return false;
  const used = readText(document.root, "x-amazon-apigateway-request-validator");
  if (used === undefined) return false;
  const validator = ["x-amazon-apigateway-request-validators", used];
  return (
    isOn(read(document.root, ...validator, "validateRequestBody")) &&
    isOn(read(document.root, ...validator, "validateRequestParameters"))
  );
}
