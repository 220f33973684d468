import { type Creation, simulator } from "../../simulator";
import { arn, hex, regional, tagged, text } from "../shapes";

/** `targetgroup/<name>/<16 hexadecimal digits>`, which is how CloudWatch knows it. */
const suffix = (creation: Creation): string => `targetgroup/${text(creation.inputs.name)}/${hex(creation, 16)}`;

const targetGroupArn = (creation: Creation): string => arn(creation, "elasticloadbalancing", suffix(creation));

/**
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/lb/targetgroup/
 */
export const targetGroup = simulator("aws:lb/targetGroup:TargetGroup", {
  autoName: { property: "name", maxLength: 32 },
  defaults: { deregistrationDelay: 300, proxyProtocolV2: false, slowStart: 0, targetType: "instance" },
  id: targetGroupArn,
  computed: {
    ...regional,
    ...tagged,
    arn: targetGroupArn,
    arnSuffix: suffix,
    ipAddressType: () => "ipv4",
    loadBalancerArns: () => [],
    namePrefix: () => "",
  },
});
