import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { HttpAuthorizer } from "../authorizers/http-authorizer";
import type { Authorizers } from "../authorizers/trusted";
import type { Catalogue } from "../catalogue";
import type { Logs } from "../compute/logs";
import { allowInvoke } from "../compute/permission";
import type { Settings } from "../config/schema";
import { accessLog } from "./access-log";
import { httpTarget } from "./http-target";
import { planHttpApi } from "./plan-http-api";
import { makeSenders } from "./queue-sender";
import type { Targets } from "./targets";

export interface HttpApiArgs {
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  readonly logs: Logs;
  readonly authorizers: Authorizers;
  readonly targets: Targets;
}

/** The catalogue's routes on an HTTP API, deployed by AWS at every change. */
export class HttpApi extends pulumi.ComponentResource {
  readonly api: aws.apigatewayv2.Api;
  readonly stage: aws.apigatewayv2.Stage;
  readonly accessLog: aws.cloudwatch.LogGroup;
  readonly authorizerIds: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(
    name: string,
    { catalogue, settings, logs, authorizers, targets }: HttpApiArgs,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("gatehouse:apis:HttpApi", name, {}, options);
    const inside = { parent: this };
    const plan = planHttpApi(catalogue.routes, authorizers.plans, settings);

    const api = new aws.apigatewayv2.Api(
      `${name}-api`,
      {
        protocolType: "HTTP",
        corsConfiguration: plan.cors,
        disableExecuteApiEndpoint: settings.edge.http !== undefined,
      },
      inside,
    );
    this.authorizerIds = Object.fromEntries(
      plan.authorizers.map((authorizer) => [
        authorizer,
        new HttpAuthorizer(`${name}-${authorizer}`, { api, authorizer, authorizers }, inside).authorizer.id,
      ]),
    );
    for (const handler of plan.handlers)
      allowInvoke(`${name}-${handler}`, targets.functions[handler]!, pulumi.interpolate`${api.executionArn}/*`, this);
    const senders = makeSenders(name, plan.queues, targets.queues, inside);
    const integrations = Object.fromEntries(
      plan.integrations.map((integration) => [
        integration.key,
        new aws.apigatewayv2.Integration(
          `${name}-${integration.key}-integration`,
          { apiId: api.id, ...integration.args, ...httpTarget(integration, targets, senders) },
          inside,
        ).id,
      ]),
    );
    for (const { slug, routeKey, integration, authorization } of plan.routes) {
      new aws.apigatewayv2.Route(
        `${name}-${slug}`,
        {
          apiId: api.id,
          routeKey,
          target: pulumi.interpolate`integrations/${integrations[integration]!}`,
          authorizationType: authorization.type,
          authorizationScopes: authorization.scopes,
          ...(authorization.authorizer && { authorizerId: this.authorizerIds[authorization.authorizer]! }),
        },
        inside,
      );
    }
    this.api = api;
    const log = accessLog(name, "http", logs, inside);
    this.accessLog = log.group;
    this.stage = new aws.apigatewayv2.Stage(
      `${name}-stage`,
      {
        apiId: api.id,
        name: "$default",
        stageVariables: settings.api.stageVariables,
        autoDeploy: true,
        accessLogSettings: log.settings,
        defaultRouteSettings: { ...plan.throttling, detailedMetricsEnabled: true },
      },
      inside,
    );
    this.registerOutputs({ apiId: api.id });
  }
}
