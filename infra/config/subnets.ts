/** The smallest subnet that AWS makes. @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const smallest = 28;
/** The largest network. @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const largestNetwork = 16;

/**
 * How a network is cut: a part for each zone, of which private services get the first half and what reaches the internet the
 * next quarter. The quarter stays free without NAT gateways, so that adding them moves nothing.
 * @param bits of the network's CIDR block
 * @returns bits of the CIDR blocks
 */
export function subnetMasks(bits: number, zones: number) {
  const zone = bits + Math.ceil(Math.log2(zones));
  return { zone, private: zone + 1, public: zone + 2 };
}

/** Bits that a network of so many zones may have. */
export const networkBits = (zones: number) => ({
  from: largestNetwork,
  to: smallest - subnetMasks(0, zones).public,
});

export const bitsOf = (cidr: string) => Number(cidr.split("/")[1]);
