import type { PropertyValue } from "../../../model";
import { type Creation, simulator } from "../../simulator";
import { arn, dnsSuffix, hex, owner, regional, serviceId, tagged, text, upper } from "../shapes";

function subnetsOf({ inputs: { subnetIds, vpcEndpointType } }: Creation): string[] {
  return vpcEndpointType === "Interface" && Array.isArray(subnetIds) ? subnetIds.map(text) : [];
}

/** Only interface endpoints have names of their own. */
function dnsEntries(creation: Creation): PropertyValue {
  const { serviceName, vpcEndpointType } = creation.inputs;
  if (vpcEndpointType !== "Interface") return [];
  const service = text(serviceName).split(".").pop();
  const dnsName = `${creation.id}-${creation.unique(8)}.${service}.${creation.region}.vpce.${dnsSuffix(creation.region)}`;
  return [{ dnsName, hostedZoneId: `Z${upper(creation, 13)}` }];
}

/**
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/ec2/vpcendpoint/
 */
export const vpcEndpoint = simulator("aws:ec2/vpcEndpoint:VpcEndpoint", {
  defaults: { vpcEndpointType: "Gateway" },
  id: (creation) => serviceId(creation, "vpce"),
  computed: {
    ...regional,
    ...tagged,
    ...owner,
    arn: (creation) => arn(creation, "ec2", `vpc-endpoint/${creation.id}`),
    cidrBlocks: () => [],
    dnsEntries,
    ipAddressType: ({ inputs }) => (inputs.vpcEndpointType === "Interface" ? "ipv4" : ""),
    networkInterfaceIds: (creation) => subnetsOf(creation).map((subnet) => serviceId(creation, "eni", subnet)),
    policy: () => "",
    prefixListId: (creation) => (creation.inputs.vpcEndpointType === "Gateway" ? `pl-${hex(creation, 8)}` : ""),
    privateDnsEnabled: () => false,
    requesterManaged: () => false,
    routeTableIds: () => [],
    securityGroupIds: () => [],
    serviceRegion: ({ region }) => region,
    state: () => "available",
    subnetIds: () => [],
  },
});
