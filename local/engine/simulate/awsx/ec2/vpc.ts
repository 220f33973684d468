import type { PropertyMap } from "../../../model";
import { serviceId } from "../../aws/shapes";
import { type Creation, simulator } from "../../simulator";

/** Without `subnetSpecs` every zone gets one public and one private subnet. */
const defaultSpecs: readonly PropertyMap[] = [{ type: "Private" }, { type: "Public" }];

/**
 * The ids that the component hands on. Its children are made inside the provider's plugin, so they are not in the
 * stack here, and the outputs that hold whole resources (`vpc`, `subnets`, `routes`, ...) are not simulated.
 * @see https://www.pulumi.com/registry/packages/awsx/api-docs/ec2/vpc/
 */
export const vpc = simulator("awsx:ec2:Vpc", {
  computed: {
    vpcId: (creation) => serviceId(creation, "vpc"),
    publicSubnetIds: (creation) => subnetIds(creation, "Public"),
    privateSubnetIds: (creation) => subnetIds(creation, "Private"),
    isolatedSubnetIds: (creation) => subnetIds(creation, "Isolated"),
  },
});

function subnetIds(creation: Creation, type: string): string[] {
  const { availabilityZoneNames: names, numberOfAvailabilityZones: number, subnetSpecs } = creation.inputs;
  const zones = Array.isArray(names) ? names.length : typeof number === "number" ? number : 3;
  const specs = Array.isArray(subnetSpecs) ? subnetSpecs : defaultSpecs;
  const ofType = specs.filter((spec) => (spec as PropertyMap | null)?.type === type);
  return Array.from({ length: zones * ofType.length }, (_, index) => serviceId(creation, "subnet", `${type}${index}`));
}
