import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { RestMethodPlan } from "./plan-rest-api";

export interface RestMethodArgs {
  readonly plan: RestMethodPlan;
  readonly restApi: pulumi.Input<string>;
  /** The path's resource. */
  readonly resourceId: pulumi.Input<string>;
  /** Absent on a public route. */
  readonly authorizerId?: pulumi.Input<string>;
  readonly lambda: aws.lambda.Function;
}

/** One method of a REST API, answered by a function. */
export class RestMethod extends pulumi.ComponentResource {
  /** What a deployment must wait for. */
  readonly parts: readonly pulumi.Resource[];

  constructor(name: string, args: RestMethodArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:apis:RestMethod", name, {}, options);
    const { plan, restApi, resourceId, lambda } = args;
    const method = new aws.apigateway.Method(
      name,
      {
        restApi,
        resourceId,
        httpMethod: plan.method,
        authorization: plan.authorization.type,
        authorizationScopes: plan.authorization.scopes,
        authorizerId: args.authorizerId,
      },
      { parent: this },
    );
    const integration = new aws.apigateway.Integration(
      `${name}-integration`,
      {
        restApi,
        resourceId,
        httpMethod: method.httpMethod,
        type: "AWS_PROXY",
        integrationHttpMethod: "POST",
        uri: lambda.invokeArn,
      },
      { parent: this },
    );
    this.parts = [method, integration];
    this.registerOutputs({});
  }
}
