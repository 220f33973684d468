import type { Settings } from "../config/schema";
import { bitsOf, subnetMasks } from "../config/subnets";

const strategies = { none: "None", single: "Single", onePerZone: "OnePerAz" } as const;

/**
 * The network, and who is in it. Without NAT gateways, which are paid for by the hour, its subnets reach nothing outside.
 * @returns undefined where the environment has none
 * @see https://www.pulumi.com/registry/packages/awsx/api-docs/ec2/vpc/
 */
export function planNetwork({ network, upstreams }: Settings) {
  if (!network) return undefined;
  const { cidr, zones, natGateways } = network;
  const masks = subnetMasks(bitsOf(cidr), zones);
  return {
    vpc: {
      cidrBlock: cidr,
      numberOfAvailabilityZones: zones,
      availabilityZoneCidrMask: masks.zone,
      enableDnsHostnames: true,
      natGateways: { strategy: strategies[natGateways] },
      subnetStrategy: "Auto" as const,
      subnetSpecs: [
        { type: "Private" as const, cidrMask: masks.private },
        ...(natGateways === "none" ? [] : [{ type: "Public" as const, cidrMask: masks.public }]),
      ],
    },
    cidr,
    upstreams: Object.entries(upstreams).flatMap(([name, upstream]) =>
      upstream.kind === "private" ? [{ name, port: upstream.port, healthPath: upstream.healthPath }] : [],
    ),
  };
}

export type NetworkPlan = NonNullable<ReturnType<typeof planNetwork>>;
