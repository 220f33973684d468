import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/documentationpart/ */
export const documentationPart = simulator("aws:apigateway/documentationPart:DocumentationPart", {
  id: ({ inputs, unique }) => `${text(inputs.restApiId)}/${unique(6)}`,
  computed: { ...regional, documentationPartId: ({ unique }) => unique(6) },
});
