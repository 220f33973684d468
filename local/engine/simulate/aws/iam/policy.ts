import { type Creation, simulator } from "../../simulator";
import { arn, tagged, text, upper } from "../shapes";

const policyArn = (creation: Creation): string =>
  arn(creation, "iam", `policy${text(creation.inputs.path)}${text(creation.inputs.name)}`, { region: true });

/**
 * IAM is global: its ARNs name no region.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/iam/policy/
 */
export const policy = simulator("aws:iam/policy:Policy", {
  autoName: { property: "name", maxLength: 128 },
  defaults: { path: "/" },
  id: policyArn,
  computed: {
    ...tagged,
    arn: policyArn,
    attachmentCount: () => 0,
    namePrefix: () => "",
    policyId: (creation) => `ANPA${upper(creation, 17)}`,
  },
});
