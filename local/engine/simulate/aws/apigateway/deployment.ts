import { simulator } from "../../simulator";
import { created, regional } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/deployment/ */
export const deployment = simulator("aws:apigateway/deployment:Deployment", {
  id: ({ unique }) => unique(6),
  computed: { ...regional, createdDate: () => created },
});
