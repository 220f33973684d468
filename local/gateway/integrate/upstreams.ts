import { isThisMachine } from "../../lambda/worker/network";
import type { UpstreamIdentity } from "../model";

/** Where a request for an upstream goes: to an address, or nowhere, with the reason. */
export type Location =
  | { readonly kind: "here"; readonly url: string }
  | { readonly kind: "away"; readonly reason: string };

/** Sends requests for upstreams to whatever stands in for them. Without one, only this machine is reached. */
export class Upstreams {
  /** @param standIns - Addresses by origin, host, or listener's name or ARN. */
  constructor(private readonly standIns: Readonly<Record<string, string>>) {}

  /** @param uri - The address with path and query; or, behind a VPC link, its path and query alone. */
  locate({ names }: UpstreamIdentity, uri: string): Location {
    const [name = uri] = names;
    const [, origin = "", path = "/"] = /^(https?:\/\/[^/?#]*)?(.*)$/s.exec(uri) ?? [];
    const standIn = names.map((one) => this.standIns[one]).find((one) => one !== undefined);
    if (standIn !== undefined) return { kind: "here", url: `${standIn.replace(/\/$/, "")}${path}` };
    if (origin !== "" && isThisMachine(new URL(origin).hostname)) return { kind: "here", url: uri };
    return { kind: "away", reason: `The upstream ${name} is not on this machine; ${advice(name)}` };
  }

  /** What to say of an upstream that did not answer. */
  unanswered({ names: [name = ""] }: UpstreamIdentity, url: string, reason: string): string {
    return `The upstream ${name} did not answer at ${new URL(url).origin} (${reason}); start it there, or ${advice(name)}`;
  }
}

const advice = (name: string): string =>
  `--upstream ${name}=http://localhost:<port> sends its requests to a server of yours.`;
