import { simulator } from "../../simulator";
import { arn, owner, regional, serviceId, tagged } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/ec2/vpc/ */
export const vpc = simulator("aws:ec2/vpc:Vpc", {
  defaults: { enableDnsSupport: true, instanceTenancy: "default" },
  id: (creation) => serviceId(creation, "vpc"),
  computed: {
    ...regional,
    ...tagged,
    ...owner,
    arn: (creation) => arn(creation, "ec2", `vpc/${creation.id}`),
    defaultNetworkAclId: (creation) => serviceId(creation, "acl"),
    defaultRouteTableId: (creation) => serviceId(creation, "rtb"),
    defaultSecurityGroupId: (creation) => serviceId(creation, "sg"),
    dhcpOptionsId: (creation) => serviceId(creation, "dopt"),
    enableDnsHostnames: () => false,
    enableNetworkAddressUsageMetrics: () => false,
    ipv6AssociationId: (creation) =>
      creation.inputs.assignGeneratedIpv6CidrBlock === true ? serviceId(creation, "vpc-cidr-assoc") : "",
    ipv6CidrBlock: ({ inputs }) => (inputs.assignGeneratedIpv6CidrBlock === true ? "2600:1f00:0:1000::/56" : ""),
    ipv6CidrBlockNetworkBorderGroup: ({ inputs, region }) =>
      inputs.assignGeneratedIpv6CidrBlock === true ? region : "",
    mainRouteTableId: (creation) => serviceId(creation, "rtb"),
  },
});
