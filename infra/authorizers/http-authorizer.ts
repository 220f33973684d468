import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { allowInvoke } from "../compute/permission";
import { judgingPlan } from "./plan-authorizers";
import type { Authorizers } from "./trusted";

export interface HttpAuthorizerArgs {
  readonly api: aws.apigatewayv2.Api;
  /** Name in the catalogue. */
  readonly authorizer: string;
  readonly authorizers: Authorizers;
}

/** One authorizer of the catalogue on an HTTP API. */
export class HttpAuthorizer extends pulumi.ComponentResource {
  readonly authorizer: aws.apigatewayv2.Authorizer;

  constructor(name: string, args: HttpAuthorizerArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:authorizers:HttpAuthorizer", name, {}, options);
    const { api, authorizers } = args;
    const plan = judgingPlan(authorizers.plans, args.authorizer);
    const { issuer, clientIds } = authorizers;
    const audiences = (plan.audiences ?? Object.keys(clientIds)).map((client) => clientIds[client]!);
    const lambda = plan.function === undefined ? undefined : authorizers.functions[plan.function]!;

    this.authorizer = new aws.apigatewayv2.Authorizer(
      `${name}-authorizer`,
      {
        ...plan.http,
        identitySources: [...plan.http.identitySources],
        name: args.authorizer,
        apiId: api.id,
        ...(lambda ? { authorizerUri: lambda.invokeArn } : { jwtConfiguration: { issuer, audiences } }),
      },
      { parent: this },
    );
    if (lambda)
      allowInvoke(name, lambda, pulumi.interpolate`${api.executionArn}/authorizers/${this.authorizer.id}`, this);
    this.registerOutputs({ authorizerId: this.authorizer.id });
  }
}
