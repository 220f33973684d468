import { type Creation, simulator } from "../../simulator";
import { arn, dnsSuffix, hex, regional, tagged, text, upper } from "../shapes";

const kinds: Readonly<Record<string, string>> = { application: "app", gateway: "gwy", network: "net" };

/** What the ARN ends with, and what CloudWatch knows it by: `net/<name>/<16 hexadecimal digits>`. */
const suffix = (creation: Creation): string => {
  const { loadBalancerType, name } = creation.inputs;
  return `${kinds[text(loadBalancerType)] ?? "app"}/${text(name)}/${hex(creation, 16)}`;
};

const loadBalancerArn = (creation: Creation) =>
  arn(creation, "elasticloadbalancing", `loadbalancer/${suffix(creation)}`);

/** A network load balancer's name is in its region's `elb`, an application load balancer's the other way round. */
function dnsName(creation: Creation): string {
  const { inputs, region } = creation;
  if (text(inputs.loadBalancerType) === "network")
    return `${text(inputs.name)}-${hex(creation, 16)}.elb.${region}.${dnsSuffix(region)}`;
  const number = creation.unique(10, { alphabet: "123456789", salt: "dns" });
  return `${inputs.internal === true ? "internal-" : ""}${text(inputs.name)}-${number}.${region}.elb.${dnsSuffix(region)}`;
}

/**
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/lb/loadbalancer/
 */
export const loadBalancer = simulator("aws:lb/loadBalancer:LoadBalancer", {
  autoName: { property: "name", maxLength: 32 },
  defaults: { loadBalancerType: "application", enableDeletionProtection: false },
  id: loadBalancerArn,
  computed: {
    ...regional,
    ...tagged,
    arn: loadBalancerArn,
    arnSuffix: suffix,
    dnsName,
    enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: () => "",
    internal: () => false,
    ipAddressType: () => "ipv4",
    namePrefix: () => "",
    securityGroups: () => [],
    vpcId: ({ inputs, lookup }) =>
      text(lookup("aws:ec2/subnet:Subnet", text(Array.isArray(inputs.subnets) ? inputs.subnets[0] : ""))?.vpcId),
    zoneId: (creation) => `Z${upper(creation, 13)}`,
  },
});
