import { simulator } from "../../simulator";
import { arn, created, tagged, text, upper } from "../shapes";

/**
 * IAM is global: its ARNs name no region.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/iam/instanceprofile/
 */
export const instanceProfile = simulator("aws:iam/instanceProfile:InstanceProfile", {
  autoName: { property: "name", maxLength: 128 },
  defaults: { path: "/" },
  id: ({ inputs }) => text(inputs.name),
  computed: {
    ...tagged,
    arn: (creation) =>
      arn(creation, "iam", `instance-profile${text(creation.inputs.path)}${text(creation.inputs.name)}`, {
        region: true,
      }),
    createDate: () => created,
    namePrefix: () => "",
    uniqueId: (creation) => `AIPA${upper(creation, 17)}`,
  },
});
