import { simulator } from "../../simulator";
import { arn, created, tagged, text, upper } from "../shapes";

/**
 * IAM is global: its ARNs name no region.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/iam/role/
 */
export const role = simulator("aws:iam/role:Role", {
  autoName: { property: "name", maxLength: 64 },
  defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
  id: ({ inputs }) => text(inputs.name),
  computed: {
    ...tagged,
    arn: (creation) =>
      arn(creation, "iam", `role${text(creation.inputs.path)}${text(creation.inputs.name)}`, { region: true }),
    createDate: () => created,
    inlinePolicies: () => [],
    managedPolicyArns: () => [],
    namePrefix: () => "",
    uniqueId: (creation) => `AROA${upper(creation, 17)}`,
  },
});
