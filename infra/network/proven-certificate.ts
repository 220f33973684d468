import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

export interface CertificateArgs {
  readonly domainName: string;
  readonly hostedZoneId: string;
  /** Default: the stack's. */
  readonly region?: string;
}

/**
 * A certificate that a record in the domain's hosted zone proves.
 * @returns its ARN, known once it is issued
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
export function provenCertificate(name: string, args: CertificateArgs, parent: pulumi.Resource): pulumi.Output<string> {
  const { domainName, hostedZoneId, region } = args;
  const place = region === undefined ? {} : { region };
  const inside = { parent };
  const certificate = new aws.acm.Certificate(
    `${name}-certificate`,
    { ...place, domainName, validationMethod: "DNS" },
    inside,
  );
  const proof = certificate.domainValidationOptions[0]!;
  const record = new aws.route53.Record(
    `${name}-certificate-record`,
    {
      zoneId: hostedZoneId,
      name: proof.resourceRecordName,
      type: proof.resourceRecordType,
      records: [proof.resourceRecordValue],
      ttl: 300,
    },
    inside,
  );
  return new aws.acm.CertificateValidation(
    `${name}-certificate-validation`,
    { ...place, certificateArn: certificate.arn, validationRecordFqdns: [record.fqdn] },
    inside,
  ).certificateArn;
}
