import { type Properties, read } from "../reading";
import { readObjects } from "./demand";
import { readDocument } from "./openapi/document";

/**
 * Whether an API's OpenAPI definition turns the default endpoint off by itself, which the provider leaves as it is unless
 * the argument says otherwise. The extension stands at the top, or in `servers`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-extensions-endpoint-configuration.html
 */
export function bodyDisablesEndpoint(properties: Properties): boolean {
  const document = readDocument(read(properties, "body"));
  if (document.state !== "read") return false;
  return [document.root, ...readObjects(read(document.root, "servers"))].some((place) => {
    const disabled = read(place, "x-amazon-apigateway-endpoint-configuration", "disableExecuteApiEndpoint");
    return disabled.state === "known" && disabled.value === true;
  });
}
