import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../config/schema";
import { LoginCertificate } from "./login-certificate";
import { planDomain } from "./plan-domain";

export interface LoginDomainArgs {
  readonly domain: Settings["domain"];
  readonly userPoolId: pulumi.Input<string>;
}

/** Where people sign in: a prefix of Amazon Cognito's own domain, or a domain of ours with its certificate and records. */
export class LoginDomain extends pulumi.ComponentResource {
  readonly domain: aws.cognito.UserPoolDomain;

  constructor(name: string, { domain, userPoolId }: LoginDomainArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:LoginDomain", name, {}, options);
    const inside = { parent: this };
    const certificate =
      domain.kind === "custom" ? { certificateArn: new LoginCertificate(name, { domain }, inside).arn } : {};
    this.domain = new aws.cognito.UserPoolDomain(
      `${name}-domain`,
      { ...planDomain(domain), ...certificate, userPoolId },
      // 2026-11: it was the user pool component's own child before. A pool takes no second prefix, so it must not be replaced.
      { ...inside, aliases: options?.parent ? [{ parent: options.parent }] : [] },
    );
    if (domain.kind === "custom") {
      new aws.route53.Record(
        `${name}-record`,
        {
          zoneId: domain.hostedZoneId,
          name: domain.name,
          type: "A",
          aliases: [
            {
              name: this.domain.cloudfrontDistribution,
              zoneId: this.domain.cloudfrontDistributionZoneId,
              evaluateTargetHealth: false,
            },
          ],
        },
        inside,
      );
    }
    this.registerOutputs({ domain: this.domain.domain });
  }
}
