import { simulator } from "../../simulator";
import { regional } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/requestvalidator/ */
export const requestValidator = simulator("aws:apigateway/requestValidator:RequestValidator", {
  autoName: { property: "name", maxLength: 128 },
  defaults: { validateRequestBody: false, validateRequestParameters: false },
  id: ({ unique }) => unique(6),
  computed: { ...regional },
});
