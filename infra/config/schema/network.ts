import { z } from "zod";
import { cidr, oneOf, whole } from "../fields";

/** A network of its own for upstreams that the internet cannot reach. Absent: none, and no upstream may be private. */
export const network = z
  .strictObject({
    /** Addresses of the whole network. */
    cidr: cidr(),
    /** How many availability zones it spans. */
    zones: whole("zones", 1, 6),
    /** How its private parts reach the internet. */
    natGateways: oneOf(["none", "single", "onePerZone"]),
  })
  .optional();
