import { simulator } from "../../simulator";
import { arn, regional, serviceId, tagged } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/vpc/securitygroupingressrule/ */
export const securityGroupIngressRule = simulator("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
  id: (creation) => serviceId(creation, "sgr"),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "ec2", `security-group-rule/${creation.id}`),
    securityGroupRuleId: ({ id }) => id,
  },
});
