import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { planPartners } from "./plan-partners";

export interface PartnerArgs {
  readonly plan: ReturnType<typeof planPartners>[number];
  readonly stage: aws.apigateway.Stage;
}

/** A usage plan and its one API key, which says who is metered and proves nothing: routes keep their authorizers. */
export class Partner extends pulumi.ComponentResource {
  /** Whoever may read keys in AWS finds the value by it; the stack never gives that out. */
  readonly apiKeyId: pulumi.Output<string>;

  constructor(name: string, { plan, stage }: PartnerArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:edge:Partner", name, {}, options);
    const inside = { parent: this };
    const { name: partner, ...usage } = plan;
    const key = new aws.apigateway.ApiKey(`${name}-api-key`, { description: `Meters ${partner}` }, inside);
    const usagePlan = new aws.apigateway.UsagePlan(
      `${name}-usage-plan`,
      { ...usage, apiStages: [{ apiId: stage.restApi, stage: stage.stageName }] },
      inside,
    );
    new aws.apigateway.UsagePlanKey(
      `${name}-usage-plan-key`,
      { keyId: key.id, keyType: "API_KEY", usagePlanId: usagePlan.id },
      { ...inside, additionalSecretOutputs: ["value"] },
    );
    this.apiKeyId = key.id;
    this.registerOutputs({ apiKeyId: key.id });
  }
}
