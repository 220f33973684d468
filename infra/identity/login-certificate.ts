import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../config/schema";
import { provenCertificate } from "../network/proven-certificate";

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
    const { name: domainName, hostedZoneId } = domain;
    this.arn = provenCertificate(name, { domainName, hostedZoneId, region }, this);
    this.registerOutputs({ certificateArn: this.arn });
  }
}
