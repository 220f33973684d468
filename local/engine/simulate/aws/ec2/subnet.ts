import { type Creation, simulator } from "../../simulator";
import { arn, availabilityZoneId, owner, regional, serviceId, tagged, text } from "../shapes";

const zoneOf = ({ inputs, region }: Creation): string => text(inputs.availabilityZone) || `${region}a`;

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/ec2/subnet/ */
export const subnet = simulator("aws:ec2/subnet:Subnet", {
  defaults: { assignIpv6AddressOnCreation: false, mapPublicIpOnLaunch: false },
  id: (creation) => serviceId(creation, "subnet"),
  computed: {
    ...regional,
    ...tagged,
    ...owner,
    arn: (creation) => arn(creation, "ec2", `subnet/${creation.id}`),
    availabilityZone: zoneOf,
    availabilityZoneId: (creation) => availabilityZoneId(zoneOf(creation)),
    ipv6CidrBlockAssociationId: (creation) =>
      creation.inputs.ipv6CidrBlock === undefined ? "" : serviceId(creation, "subnet-cidr-assoc"),
    privateDnsHostnameTypeOnLaunch: () => "ip-name",
  },
});
