import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { provenCertificate } from "../network/proven-certificate";
import { pointAt } from "./alias-records";
import { type ApiDomain, planHttpDomain } from "./plan-api-domain";

export interface HttpDomainArgs {
  readonly domain: ApiDomain;
  readonly stage: aws.apigatewayv2.Stage;
}

/** A domain of the HTTP API's own: certificate, records, and what is served there. */
export class HttpDomain extends pulumi.ComponentResource {
  constructor(name: string, { domain, stage }: HttpDomainArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:edge:HttpDomain", name, {}, options);
    const inside = { parent: this };
    const { domainNameConfiguration, ...plan } = planHttpDomain(domain);
    const certificate = { domainName: domain.name, hostedZoneId: domain.hostedZoneId };
    const { domainName, domainNameConfiguration: served } = new aws.apigatewayv2.DomainName(
      `${name}-domain`,
      {
        ...plan,
        domainNameConfiguration: {
          ...domainNameConfiguration,
          certificateArn: provenCertificate(name, certificate, this),
        },
      },
      inside,
    );
    pointAt({ name: served.targetDomainName, zoneId: served.hostedZoneId }, name, domain, this);
    new aws.apigatewayv2.ApiMapping(
      `${name}-mapping`,
      {
        domainName,
        apiId: stage.apiId,
        stage: stage.name,
        ...(domain.basePath !== undefined && { apiMappingKey: domain.basePath }),
      },
      inside,
    );
    this.registerOutputs({ domainName });
  }
}
