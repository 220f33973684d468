import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../config/schema";

export interface LoginCertificateArgs {
  readonly domain: Extract<Settings["domain"], { kind: "custom" }>;
}

/**
 * CloudFront, which stands before a custom domain, takes certificates of this region alone.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
 */
const region = "us-east-1";

/** A certificate for the login's own domain, proved by a record in its hosted zone. */
export class LoginCertificate extends pulumi.ComponentResource {
  /** Known once the certificate is issued. */
  readonly arn: pulumi.Output<string>;

  constructor(name: string, { domain }: LoginCertificateArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:LoginCertificate", name, {}, options);
    const inside = { parent: this };
    const certificate = new aws.acm.Certificate(
      `${name}-certificate`,
      { region, domainName: domain.name, validationMethod: "DNS" },
      inside,
    );
    const proof = certificate.domainValidationOptions[0]!;
    const record = new aws.route53.Record(
      `${name}-certificate-record`,
      {
        zoneId: domain.hostedZoneId,
        name: proof.resourceRecordName,
        type: proof.resourceRecordType,
        records: [proof.resourceRecordValue],
        ttl: 300,
      },
      inside,
    );
    this.arn = new aws.acm.CertificateValidation(
      `${name}-certificate-validation`,
      { region, certificateArn: certificate.arn, validationRecordFqdns: [record.fqdn] },
      inside,
    ).certificateArn;
    this.registerOutputs({ certificateArn: this.arn });
  }
}
