import { isIPv4 } from "node:net";
import type { Fault } from "../faults";
import type { Settings } from "../schema";
import { bitsOf, networkBits } from "../subnets";
import type { Rule, Situation } from "./rule";

type Network = NonNullable<Settings["network"]>;

/** The network's own addresses. @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
function* sizeRules({ settings: { network } }: Situation): Generator<Fault> {
  if (!network) return;
  const { cidr, zones } = network;
  const at = (sentence: string): Fault => ({ path: "network.cidr", found: cidr, sentence });
  const { from, to } = networkBits(zones);
  const bits = bitsOf(cidr);
  if (!isPrivate(network)) yield at("expected addresses of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10");
  else if (base(cidr) !== number(cidr.split("/")[0]!))
    yield at(`its address is not the block's first; expected ${text(base(cidr))}/${bits}`);
  if (bits < from || bits > to)
    yield at(`${zones} ${zones === 1 ? "zone takes" : "zones take"} a network from /${from} to /${to}`);
}

/** Services in it. */
function* upstreamRules({ settings: { network, upstreams }, catalogue }: Situation): Generator<Fault> {
  const listeners = Object.entries(upstreams).flatMap(([name, upstream]) =>
    upstream.kind === "private" ? [{ name, port: upstream.port }] : [],
  );
  if (!network)
    for (const { name } of listeners)
      yield { path: `upstreams.${name}.kind`, found: "private", sentence: "it needs network, where it would be" };
  const areAllReadable = Object.keys(upstreams).length === Object.keys(catalogue.upstreams).length;
  if (network && listeners.length === 0 && areAllReadable)
    yield { path: "network", found: network, sentence: "no upstream is private; take it out" };
  for (const [index, { name, port }] of listeners.entries()) {
    const first = listeners.findIndex((listener) => listener.port === port);
    if (first < index)
      yield {
        path: `upstreams.${name}.port`,
        found: port,
        sentence: `${listeners[first]!.name} listens there already; expected a port of its own`,
      };
  }
}

const isPrivate = ({ cidr }: Network): boolean =>
  isIPv4(cidr.split("/")[0]!) &&
  ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].some(
    (block) => bitsOf(cidr) >= bitsOf(block) && base(cidr, bitsOf(block)) === base(block),
  );

const number = (address: string) => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const base = (cidr: string, bits = bitsOf(cidr)) => {
  const size = 2 ** (32 - bits);
  return Math.floor(number(cidr.split("/")[0]!) / size) * size;
};
const text = (address: number) => [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");

export const networkRules: readonly Rule[] = [sizeRules, upstreamRules];
