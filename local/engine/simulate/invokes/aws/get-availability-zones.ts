import type { PropertyValue } from "../../../model";
import { availabilityZoneId, text } from "../../aws/shapes";
import type { Invoke } from "../../simulator";

const strings = (value: PropertyValue | undefined): string[] => (Array.isArray(value) ? value.map(text) : []);

/** Every region has the zones a, b and c here. @see https://www.pulumi.com/registry/packages/aws/api-docs/getavailabilityzones/ */
export const getAvailabilityZones: Invoke = {
  token: "aws:index/getAvailabilityZones:getAvailabilityZones",
  run: (args, context) => {
    const region = text(args.region) || context.region;
    const [notNames, notIds] = [strings(args.excludeNames), strings(args.excludeZoneIds)];
    const names = ["a", "b", "c"]
      .map((letter) => `${region}${letter}`)
      .filter((name) => !notNames.includes(name) && !notIds.includes(availabilityZoneId(name)));
    return { ...args, groupNames: [region], id: region, names, region, zoneIds: names.map(availabilityZoneId) };
  },
};
