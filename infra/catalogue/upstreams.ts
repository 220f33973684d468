import { defineUpstreams } from "./define/upstream";

/** A new upstream goes here; its address, which differs by environment, into Pulumi.<stack>.yaml. */
export const upstreams = defineUpstreams({
  prices: {
    description: "What things cost; the pricing team runs it",
    seesTokens: "It is held to the same rules for customers' data as this platform",
  },
});

export type UpstreamName = keyof typeof upstreams;
