import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { asMappings } from "./plan-cors";
import type { RestApiPlan } from "./plan-rest-api";

export interface RestPreflightArgs {
  readonly plan: RestApiPlan["preflights"][number];
  readonly restApi: pulumi.Input<string>;
  readonly resourceId: pulumi.Input<string>;
}

/** Answers one path's CORS preflights. Open to all, as preflights carry no token; a MOCK, so no code runs behind it. */
export class RestPreflight extends pulumi.ComponentResource {
  /** What a deployment must wait for. */
  readonly parts: readonly pulumi.Resource[];

  constructor(
    name: string,
    { plan, restApi, resourceId }: RestPreflightArgs,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("gatehouse:apis:RestPreflight", name, {}, options);
    const inside = { parent: this };
    const method = new aws.apigateway.Method(
      name,
      { restApi, resourceId, httpMethod: "OPTIONS", authorization: "NONE" },
      inside,
    );
    const at = { restApi, resourceId, httpMethod: method.httpMethod };
    const integration = new aws.apigateway.Integration(
      `${name}-integration`,
      { ...at, type: "MOCK", requestTemplates: { "application/json": JSON.stringify({ statusCode: 204 }) } },
      inside,
    );
    const mappings = asMappings("method.response", plan.headers);
    const answer = new aws.apigateway.MethodResponse(
      `${name}-response`,
      {
        ...at,
        statusCode: "204",
        responseParameters: Object.fromEntries(Object.keys(mappings).map((mapping) => [mapping, true])),
      },
      inside,
    );
    const mapped = new aws.apigateway.IntegrationResponse(
      `${name}-integration-response`,
      { ...at, statusCode: answer.statusCode, responseParameters: mappings },
      { ...inside, dependsOn: [integration] },
    );
    this.parts = [method, integration, answer, mapped];
    this.registerOutputs({});
  }
}
