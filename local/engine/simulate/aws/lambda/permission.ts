import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/lambda/permission/ */
export const permission = simulator("aws:lambda/permission:Permission", {
  autoName: { property: "statementId", maxLength: 100 },
  id: ({ inputs }) => text(inputs.statementId),
  computed: { ...regional },
});
