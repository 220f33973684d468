import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/**
 * A parent that is not a resource of this stack is taken for the API's root.
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/resource/
 */
export const resource = simulator("aws:apigateway/resource:Resource", {
  id: ({ unique }) => unique(6),
  computed: {
    ...regional,
    path: ({ inputs: { parentId, pathPart }, lookup }) =>
      `${text(lookup("aws:apigateway/resource:Resource", text(parentId))?.path)}/${text(pathPart)}`,
  },
});
