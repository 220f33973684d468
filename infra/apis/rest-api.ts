import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { RestAuthorizer } from "../authorizers/rest-authorizer";
import type { Authorizers } from "../authorizers/trusted";
import type { Catalogue } from "../catalogue";
import { allowInvoke } from "../compute/permission";
import type { Settings } from "../config/schema";
import { LoggingRole } from "./logging-role";
import { planRestApi, type RestApiPlan } from "./plan-rest-api";
import { RestMethod } from "./rest-method";
import { RestPreflight } from "./rest-preflight";
import { RestStage } from "./rest-stage";

export interface RestApiArgs {
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  readonly authorizers: Authorizers;
}

/** The catalogue's routes on a REST API, deployed to one stage. */
export class RestApi extends pulumi.ComponentResource {
  readonly restApi: aws.apigateway.RestApi;
  readonly stage: aws.apigateway.Stage;
  readonly authorizerIds: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(
    name: string,
    { catalogue, settings, authorizers }: RestApiArgs,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("gatehouse:apis:RestApi", name, {}, options);
    const inside = { parent: this };
    const { functions } = authorizers;
    const plan = planRestApi(catalogue.routes, authorizers.plans, settings.api);

    const restApi = new aws.apigateway.RestApi(`${name}-api`, { endpointConfiguration: { types: "REGIONAL" } }, inside);
    const resourceIds = makePaths(name, plan, restApi, this);
    this.authorizerIds = Object.fromEntries(
      plan.authorizers.map((authorizer) => [
        authorizer,
        new RestAuthorizer(`${name}-${authorizer}`, { restApi, authorizer, authorizers }, inside).authorizer.id,
      ]),
    );
    const at = (path: string) => ({ restApi: restApi.id, resourceId: resourceIds[path]! });
    const methods = plan.methods.map(
      (method) =>
        new RestMethod(
          `${name}-${method.slug}`,
          {
            ...at(method.path),
            plan: method,
            lambda: functions[method.handler]!,
            ...(method.authorization.authorizer && {
              authorizerId: this.authorizerIds[method.authorization.authorizer]!,
            }),
          },
          inside,
        ),
    );
    const preflights = plan.preflights.map(
      (preflight) => new RestPreflight(`${name}-${preflight.slug}`, { ...at(preflight.path), plan: preflight }, inside),
    );
    const gatewayResponses = plan.gatewayResponses.map(
      (response) =>
        new aws.apigateway.Response(
          `${name}-${response.responseType.toLowerCase().replace("_", "-")}`,
          { ...response, restApiId: restApi.id },
          inside,
        ),
    );
    for (const handler of plan.handlers)
      allowInvoke(`${name}-${handler}`, functions[handler]!, pulumi.interpolate`${restApi.executionArn}/*`, this);

    this.restApi = restApi;
    this.stage = new RestStage(
      name,
      {
        plan,
        settings,
        restApi,
        targets: plan.handlers.map((handler) => functions[handler]!.invokeArn),
        parts: [
          ...methods.flatMap(({ parts }) => parts),
          ...preflights.flatMap(({ parts }) => parts),
          ...gatewayResponses,
        ],
        ...(settings.api.ownsLoggingRole && { loggingRole: new LoggingRole(`${name}-logging`, inside) }),
      },
      inside,
    ).stage;
    this.registerOutputs({ restApiId: restApi.id });
  }
}

/** One resource for each part of a path; gives the id for each whole path. */
function makePaths(name: string, { paths }: RestApiPlan, restApi: aws.apigateway.RestApi, parent: pulumi.Resource) {
  const ids: Record<string, pulumi.Output<string>> = { "/": restApi.rootResourceId };
  for (const { path, parent: above, part } of paths) {
    const args = { restApi: restApi.id, parentId: ids[above]!, pathPart: part };
    ids[path] = new aws.apigateway.Resource(`${name}-path${slug(path)}`, args, { parent }).id;
  }
  return ids;
}

const slug = (path: string) => path.toLowerCase().replace(/[{}+]/g, "").replaceAll("/", "-");
