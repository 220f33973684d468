import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { HttpAuthorizer } from "../authorizers/http-authorizer";
import type { Authorizers } from "../authorizers/trusted";
import type { Catalogue } from "../catalogue";
import { allowInvoke } from "../compute/permission";
import type { Settings } from "../config/schema";
import { accessLog } from "./access-log";
import { planHttpApi } from "./plan-http-api";

export interface HttpApiArgs {
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  readonly authorizers: Authorizers;
}

/** The catalogue's routes on an HTTP API, deployed by AWS at every change. */
export class HttpApi extends pulumi.ComponentResource {
  readonly api: aws.apigatewayv2.Api;
  readonly stage: aws.apigatewayv2.Stage;
  readonly authorizerIds: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(
    name: string,
    { catalogue, settings, authorizers }: HttpApiArgs,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("gatehouse:apis:HttpApi", name, {}, options);
    const inside = { parent: this };
    const { functions } = authorizers;
    const plan = planHttpApi(catalogue.routes, authorizers.plans, settings.api);

    const api = new aws.apigatewayv2.Api(`${name}-api`, { protocolType: "HTTP", corsConfiguration: plan.cors }, inside);
    this.authorizerIds = Object.fromEntries(
      plan.authorizers.map((authorizer) => [
        authorizer,
        new HttpAuthorizer(`${name}-${authorizer}`, { api, authorizer, authorizers }, inside).authorizer.id,
      ]),
    );
    const targets = Object.fromEntries(
      plan.handlers.map((handler) => {
        const lambda = functions[handler]!;
        allowInvoke(`${name}-${handler}`, lambda, pulumi.interpolate`${api.executionArn}/*`, this);
        const integration = new aws.apigatewayv2.Integration(
          `${name}-${handler}-integration`,
          {
            apiId: api.id,
            integrationType: "AWS_PROXY",
            integrationUri: lambda.arn,
            payloadFormatVersion: "2.0",
          },
          inside,
        );
        return [handler, pulumi.interpolate`integrations/${integration.id}`];
      }),
    );
    for (const { slug, routeKey, handler, authorization } of plan.routes) {
      new aws.apigatewayv2.Route(
        `${name}-${slug}`,
        {
          apiId: api.id,
          routeKey,
          target: targets[handler]!,
          authorizationType: authorization.type,
          authorizationScopes: authorization.scopes,
          ...(authorization.authorizer && { authorizerId: this.authorizerIds[authorization.authorizer]! }),
        },
        inside,
      );
    }
    this.api = api;
    this.stage = new aws.apigatewayv2.Stage(
      `${name}-stage`,
      {
        apiId: api.id,
        name: "$default",
        autoDeploy: true,
        accessLogSettings: accessLog(name, "http", settings.logs, inside),
        defaultRouteSettings: plan.throttling,
      },
      inside,
    );
    this.registerOutputs({ apiId: api.id });
  }
}
