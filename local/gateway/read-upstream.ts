import type { ResourceState } from "../engine/model";
import type { UpstreamIdentity } from "./model";
import { declared } from "./resource";

/** Names under which a person may send an upstream's requests elsewhere, for each upstream that a stack's integrations name. */
export interface UpstreamNames {
  /** @param uri - An address, with path and parameters. */
  ofUri(uri: string, isPrivate: boolean): UpstreamIdentity;
  ofListener(arn: string): UpstreamIdentity;
}

/**
 * An upstream goes by its origin and its host; behind a load balancer of the stack also by the Pulumi name and the ARN of the
 * listener at that port.
 */
export function upstreamNames(resources: readonly ResourceState[]): UpstreamNames {
  const listeners = declared(resources, "aws:lb/listener:Listener").map(({ id, name, properties }) => ({
    name,
    arn: properties.string("arn") ?? id,
    balancer: properties.string("loadBalancerArn"),
    port: properties.number("port"),
  }));
  const balancers = declared(resources, "aws:lb/loadBalancer:LoadBalancer").map(({ id, properties }) => ({
    arn: properties.string("arn") ?? id,
    host: properties.string("dnsName"),
  }));
  return {
    ofUri: (uri, isPrivate) => {
      const [, origin = uri, host = uri] = /^(https?:\/\/([^/?#]+))/.exec(uri) ?? [];
      const [hostname, port] = host.split(":");
      const balancer = balancers.find((one) => one.host === hostname);
      const number = Number(port ?? (uri.startsWith("https:") ? 443 : 80));
      const behind = listeners.filter((one) => balancer && one.balancer === balancer.arn && one.port === number);
      return { names: [...behind.map(({ name }) => name), origin, host, ...behind.map(({ arn }) => arn)], isPrivate };
    },
    ofListener: (arn) => {
      const listener = listeners.find((one) => one.arn === arn);
      return { names: [...(listener ? [listener.name] : []), arn], isPrivate: true };
    },
  };
}
