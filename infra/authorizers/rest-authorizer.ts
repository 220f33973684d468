import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { allowInvoke } from "../compute/permission";
import { judgingPlan } from "./plan-authorizers";
import type { Authorizers } from "./trusted";

export interface RestAuthorizerArgs {
  readonly restApi: aws.apigateway.RestApi;
  /** Name in the catalogue. */
  readonly authorizer: string;
  readonly authorizers: Authorizers;
}

/** One authorizer of the catalogue on a REST API. */
export class RestAuthorizer extends pulumi.ComponentResource {
  readonly authorizer: aws.apigateway.Authorizer;

  constructor(name: string, args: RestAuthorizerArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:authorizers:RestAuthorizer", name, {}, options);
    const { restApi, authorizers } = args;
    const plan = judgingPlan(authorizers.plans, args.authorizer);
    const lambda = plan.function === undefined ? undefined : authorizers.functions[plan.function]!;

    this.authorizer = new aws.apigateway.Authorizer(
      `${name}-authorizer`,
      {
        ...plan.rest,
        name: args.authorizer,
        restApi: restApi.id,
        ...(lambda ? { authorizerUri: lambda.invokeArn } : { providerArns: [authorizers.userPoolArn] }),
      },
      { parent: this },
    );
    if (lambda)
      allowInvoke(name, lambda, pulumi.interpolate`${restApi.executionArn}/authorizers/${this.authorizer.id}`, this);
    this.registerOutputs({ authorizerId: this.authorizer.id });
  }
}
