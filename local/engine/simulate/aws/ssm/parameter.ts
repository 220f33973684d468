import { simulator } from "../../simulator";
import { arn, regional, tagged, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/ssm/parameter/ */
export const parameter = simulator("aws:ssm/parameter:Parameter", {
  autoName: { property: "name", maxLength: 1011 },
  id: ({ inputs }) => text(inputs.name),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "ssm", `parameter/${text(creation.inputs.name).replace(/^\//, "")}`),
    dataType: () => "text",
    hasValueWo: ({ inputs }) => inputs.valueWo !== undefined,
    keyId: ({ inputs }) => (inputs.type === "SecureString" ? "alias/aws/ssm" : ""),
    tier: () => "Standard",
    value: ({ inputs }) => inputs.insecureValue ?? "",
    version: () => 1,
  },
  secrets: ["value", "valueWo"],
});
