import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/documentationversion/ */
export const documentationVersion = simulator("aws:apigateway/documentationVersion:DocumentationVersion", {
  id: ({ inputs }) => `${text(inputs.restApiId)}/${text(inputs.version)}`,
  computed: { ...regional },
});
