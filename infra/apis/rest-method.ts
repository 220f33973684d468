import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { RestMethodPlan } from "./plan-rest-api";
import type { RestTarget } from "./rest-target";

export interface RestMethodArgs {
  readonly plan: RestMethodPlan;
  readonly restApi: pulumi.Input<string>;
  /** The path's resource. */
  readonly resourceId: pulumi.Input<string>;
  /** Absent on a public route, and where IAM decides. */
  readonly authorizerId?: pulumi.Input<string>;
  /** What looks at requests before anything is called. */
  readonly requestValidatorId: pulumi.Input<string>;
  readonly target: RestTarget;
}

/** One method of a REST API, and what answers it. */
export class RestMethod extends pulumi.ComponentResource {
  /** What a deployment must wait for. */
  readonly parts: readonly pulumi.Resource[];

  constructor(name: string, args: RestMethodArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:apis:RestMethod", name, {}, options);
    const { plan, restApi, resourceId, target } = args;
    const inside = { parent: this };
    const { model, parameters } = plan.request;
    const schema =
      model && new aws.apigateway.Model(`${name}-body`, { restApi, contentType: "application/json", ...model }, inside);
    const method = new aws.apigateway.Method(
      name,
      {
        restApi,
        resourceId,
        httpMethod: plan.method,
        authorization: plan.authorization.type,
        authorizationScopes: plan.authorization.scopes,
        authorizerId: args.authorizerId,
        apiKeyRequired: plan.apiKeyRequired,
        requestParameters: parameters,
        requestValidatorId: args.requestValidatorId,
        ...(schema && { requestModels: Object.fromEntries(model.contentTypes.map((type) => [type, schema.name])) }),
      },
      inside,
    );
    const at = { restApi, resourceId, httpMethod: method.httpMethod };
    const integration = new aws.apigateway.Integration(
      `${name}-integration`,
      { ...at, ...plan.integration.args, ...target },
      inside,
    );
    const responses = plan.integration.responses.flatMap(
      ({ statusCode, responseParameters, responseTemplates, selectionPattern }) => {
        const response = new aws.apigateway.MethodResponse(
          `${name}-response-${statusCode}`,
          {
            ...at,
            statusCode,
            responseParameters: Object.fromEntries(Object.keys(responseParameters).map((mapping) => [mapping, true])),
          },
          inside,
        );
        const mapped = new aws.apigateway.IntegrationResponse(
          `${name}-integration-response-${statusCode}`,
          { ...at, statusCode: response.statusCode, responseParameters, responseTemplates, selectionPattern },
          { ...inside, dependsOn: [integration] },
        );
        return [response, mapped];
      },
    );
    this.parts = [...(schema ? [schema] : []), method, integration, ...responses];
    this.registerOutputs({});
  }
}
