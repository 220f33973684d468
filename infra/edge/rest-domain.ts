import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { provenCertificate } from "../network/proven-certificate";
import { pointAt } from "./alias-records";
import { type ApiDomain, planRestDomain } from "./plan-api-domain";

export interface RestDomainArgs {
  readonly domain: ApiDomain;
  readonly stage: aws.apigateway.Stage;
}

/** A domain of the REST API's own: certificate, records, and what is served there. */
export class RestDomain extends pulumi.ComponentResource {
  constructor(name: string, { domain, stage }: RestDomainArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:edge:RestDomain", name, {}, options);
    const inside = { parent: this };
    const certificate = { domainName: domain.name, hostedZoneId: domain.hostedZoneId };
    const { domainName, regionalDomainName, regionalZoneId } = new aws.apigateway.DomainName(
      `${name}-domain`,
      { ...planRestDomain(domain), regionalCertificateArn: provenCertificate(name, certificate, this) },
      inside,
    );
    pointAt({ name: regionalDomainName, zoneId: regionalZoneId }, name, domain, this);
    new aws.apigateway.BasePathMapping(
      `${name}-mapping`,
      {
        domainName,
        restApi: stage.restApi,
        stageName: stage.stageName,
        ...(domain.basePath !== undefined && { basePath: domain.basePath }),
      },
      inside,
    );
    this.registerOutputs({ domainName });
  }
}
