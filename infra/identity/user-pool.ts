import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Catalogue } from "../catalogue";
import type { Logs } from "../compute/logs";
import type { Settings } from "../config/schema";
import { Firewall } from "./firewall";
import { LogExport } from "./log-export";
import { LoginDomain } from "./login-domain";
import { planFirewall } from "./plan-firewall";
import { planLogExport } from "./plan-log-export";
import { planRisk } from "./plan-risk";
import { planUserPool } from "./plan-user-pool";
import { SmsRole } from "./sms-role";

export interface UserPoolArgs {
  readonly catalogue: Pick<Catalogue, "attributes">;
  readonly settings: Settings;
  readonly logs: Logs;
  /** The functions that it calls. */
  readonly lambdaConfig: aws.cognito.UserPoolArgs["lambdaConfig"];
}

/** The directory of people, what guards and watches it, and the domain under which they sign in. */
export class UserPool extends pulumi.ComponentResource {
  readonly pool: aws.cognito.UserPool;

  constructor(name: string, args: UserPoolArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:UserPool", name, {}, options);
    const inside = { parent: this };
    const { settings, lambdaConfig } = args;
    const plan = planUserPool(settings, args.catalogue.attributes);
    const sms = settings.userPool.sms ? { smsConfiguration: new SmsRole(name, inside).configuration } : {};

    this.pool = new aws.cognito.UserPool(
      `${name}-pool`,
      { ...plan.pool, ...sms, lambdaConfig },
      { ...inside, protect: plan.protect },
    );
    const userPoolId = this.pool.id;
    new LoginDomain(name, { domain: settings.domain, userPoolId }, inside);

    const risk = planRisk(settings.userPool);
    if (risk) new aws.cognito.RiskConfiguration(`${name}-risk`, { ...risk, userPoolId }, inside);
    const exported = planLogExport(settings, `${pulumi.getProject()}-${pulumi.getStack()}`);
    if (exported.length > 0) new LogExport(name, { plan: exported, userPoolId, logs: args.logs }, inside);
    const firewall = planFirewall(settings);
    if (firewall) new Firewall(name, { plan: firewall, userPoolArn: this.pool.arn }, inside);
    this.registerOutputs({ userPoolId });
  }
}
