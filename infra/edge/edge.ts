import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../config/schema";
import { standBefore } from "../network/web-acl";
import { HttpDomain } from "./http-domain";
import { Partner } from "./partner";
import { urlOf } from "./plan-api-domain";
import { planPartners } from "./plan-partners";
import { planRestFirewall } from "./plan-rest-firewall";
import { RestDomain } from "./rest-domain";

export interface EdgeArgs {
  readonly settings: Settings;
  readonly rest: { readonly stage: aws.apigateway.Stage };
  readonly http: { readonly stage: aws.apigatewayv2.Stage };
}

/** What stands before the APIs: domains, a firewall, and what partners may use. */
export class Edge extends pulumi.ComponentResource {
  /** Where callers find the REST API, where that is a domain of its own. */
  readonly restUrl: string | undefined;
  /** Where callers find the HTTP API, where that is a domain of its own. */
  readonly httpUrl: string | undefined;
  /** Ids of API keys, by partner. */
  readonly partnerApiKeyIds: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, { settings, rest, http }: EdgeArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:edge:Edge", name, {}, options);
    const inside = { parent: this };
    const { edge } = settings;
    if (edge.rest) new RestDomain(`${name}-rest`, { domain: edge.rest, stage: rest.stage }, inside);
    if (edge.http) new HttpDomain(`${name}-http`, { domain: edge.http, stage: http.stage }, inside);
    const firewall = planRestFirewall(settings);
    if (firewall) standBefore(rest.stage.arn, `${name}-rest`, firewall, this);
    this.partnerApiKeyIds = Object.fromEntries(
      planPartners(edge).map((plan) => [
        plan.name,
        new Partner(`${name}-${plan.name}`, { plan, stage: rest.stage }, inside).apiKeyId,
      ]),
    );
    this.restUrl = edge.rest && urlOf(edge.rest);
    this.httpUrl = edge.http && urlOf(edge.http);
    this.registerOutputs({});
  }
}
