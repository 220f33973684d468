import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ApiDomain } from "./plan-api-domain";

/**
 * Points a domain at what serves it, for IPv4 and IPv6.
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-api-gateway.html
 */
export function pointAt(
  target: { readonly name: pulumi.Input<string>; readonly zoneId: pulumi.Input<string> },
  name: string,
  domain: ApiDomain,
  parent: pulumi.Resource,
): void {
  for (const type of ["A", "AAAA"])
    new aws.route53.Record(
      `${name}-${type.toLowerCase()}-record`,
      {
        zoneId: domain.hostedZoneId,
        name: domain.name,
        type,
        aliases: [{ ...target, evaluateTargetHealth: false }],
      },
      { parent },
    );
}
