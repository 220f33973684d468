import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { judgingPlan } from "../authorizers/plan-authorizers";
import { RestAuthorizer } from "../authorizers/rest-authorizer";
import type { Authorizers } from "../authorizers/trusted";
import type { Catalogue } from "../catalogue";
import type { Logs } from "../compute/logs";
import { allowInvoke } from "../compute/permission";
import type { Settings } from "../config/schema";
import { LoggingRole } from "./logging-role";
import { planRestApi, type RestApiPlan } from "./plan-rest-api";
import { planRestEndpoint } from "./plan-rest-endpoint";
import { makeSenders } from "./queue-sender";
import { RestMethod } from "./rest-method";
import { RestPreflight } from "./rest-preflight";
import { RestStage } from "./rest-stage";
import { restTarget } from "./rest-target";
import type { Targets } from "./targets";

export interface RestApiArgs {
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  readonly logs: Logs;
  readonly authorizers: Authorizers;
  readonly targets: Targets;
  /** The API's resource policy, which takes effect when it is deployed. Absent: none. */
  readonly policy?: (restApi: aws.apigateway.RestApi) => {
    readonly resource: pulumi.Resource;
    readonly document: pulumi.Input<string>;
  };
}

/** The catalogue's routes on a REST API, deployed to one stage. */
export class RestApi extends pulumi.ComponentResource {
  readonly restApi: aws.apigateway.RestApi;
  readonly stage: aws.apigateway.Stage;
  /** Id of the newest deployment. */
  readonly deploymentId: pulumi.Output<string>;
  readonly accessLog: aws.cloudwatch.LogGroup;
  readonly authorizerIds: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(
    name: string,
    { catalogue, settings, logs, authorizers, targets, policy }: RestApiArgs,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("gatehouse:apis:RestApi", name, {}, options);
    const inside = { parent: this };
    const plan = planRestApi(catalogue.routes, authorizers.plans, settings);
    const endpoint = planRestEndpoint(settings.edge);

    const restApi = new aws.apigateway.RestApi(`${name}-api`, endpoint, inside);
    const resourceIds = makePaths(name, plan, restApi, this);
    this.authorizerIds = Object.fromEntries(
      plan.authorizers.map((authorizer) => [
        authorizer,
        new RestAuthorizer(`${name}-${authorizer}`, { restApi, authorizer, authorizers }, inside).authorizer.id,
      ]),
    );
    const senders = makeSenders(name, plan.queues, targets.queues, inside);
    const validator = new aws.apigateway.RequestValidator(
      `${name}-validator`,
      { restApi: restApi.id, name: "all", validateRequestBody: true, validateRequestParameters: true },
      inside,
    );
    const at = (path: string) => ({ restApi: restApi.id, resourceId: resourceIds[path]! });
    const answers = plan.methods.map(({ integration }) => restTarget(integration, targets, senders));
    const methods = plan.methods.map((method, index) => {
      const { authorizer } = method.authorization;
      return new RestMethod(
        `${name}-${method.slug}`,
        {
          ...at(method.path),
          plan: method,
          target: answers[index]!,
          ...(authorizer && { authorizerId: this.authorizerIds[authorizer]! }),
          requestValidatorId: validator.id,
        },
        inside,
      );
    });
    const preflights = plan.preflights.map(
      (preflight) => new RestPreflight(`${name}-${preflight.slug}`, { ...at(preflight.path), plan: preflight }, inside),
    );
    const gatewayResponses = plan.gatewayResponses.map(
      (response) =>
        new aws.apigateway.Response(
          `${name}-${response.responseType.toLowerCase().replaceAll("_", "-")}`,
          { ...response, restApiId: restApi.id },
          inside,
        ),
    );
    for (const handler of plan.handlers)
      allowInvoke(
        `${name}-${handler}`,
        targets.functions[handler]!,
        pulumi.interpolate`${restApi.executionArn}/*`,
        this,
      );
    const policed = policy?.(restApi);

    this.restApi = restApi;
    const { stage, deployment, accessLog } = new RestStage(
      name,
      {
        plan,
        settings,
        logs,
        restApi,
        made: pulumi.output({
          endpoint,
          targets: answers,
          authorizers: this.authorizerIds,
          validator: validator.id,
          judges: plan.authorizers.map((authorizer) => judgeOf(authorizer, authorizers)),
          ...(policed && { policy: policed.document }),
        }),
        parts: [
          ...methods.flatMap(({ parts }) => parts),
          ...preflights.flatMap(({ parts }) => parts),
          ...gatewayResponses,
          ...(policed ? [policed.resource] : []),
        ],
        ...(settings.api.ownsLoggingRole && { loggingRole: new LoggingRole(`${name}-logging`, inside) }),
      },
      inside,
    );
    this.stage = stage;
    this.deploymentId = deployment.id;
    this.accessLog = accessLog;
    this.registerOutputs({ restApiId: restApi.id });
  }
}

/** What an authorizer decides by: its function, or the user pool. */
function judgeOf(authorizer: string, { plans, functions, userPoolArn }: Authorizers): pulumi.Input<string> {
  const { function: judge } = judgingPlan(plans, authorizer);
  return judge === undefined ? userPoolArn : functions[judge]!.invokeArn;
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
