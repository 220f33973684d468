import { simulator } from "../../simulator";
import { arn, owner, regional, serviceId, tagged } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/ec2/securitygroup/ */
export const securityGroup = simulator("aws:ec2/securityGroup:SecurityGroup", {
  autoName: { property: "name", maxLength: 255 },
  defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
  id: (creation) => serviceId(creation, "sg"),
  computed: {
    ...regional,
    ...tagged,
    ...owner,
    arn: (creation) => arn(creation, "ec2", `security-group/${creation.id}`),
    egress: () => [],
    ingress: () => [],
    namePrefix: () => "",
  },
});
