import type { AuthorizerPlans } from "../authorizers/plan-authorizers";
import type { Route } from "../catalogue/define/route";
import type { Settings } from "../config/schema";
import { type CallerVariables, credentialsOf, restCaller } from "./plan-caller";
import { asMappings, planRestCors } from "./plan-cors";
import { sendMessageTemplate } from "./plan-queue-template";
import { integrationPath, pathParametersOf, planTarget, type TargetPlan } from "./plan-target";
import { problem, problemType } from "./problem";

/** How one method of a REST API is answered, apart from what other resources give. */
export interface RestIntegrationPlan {
  readonly target: TargetPlan;
  readonly args: {
    readonly type: "AWS_PROXY" | "AWS" | "HTTP_PROXY";
    readonly integrationHttpMethod: string;
    readonly connectionType?: "INTERNET" | "VPC_LINK";
    /** Always written where AWS knows it: once set, it does not go back by being left out. */
    readonly responseTransferMode?: "BUFFERED" | "STREAM";
    readonly passthroughBehavior?: "NEVER";
    readonly requestParameters?: Readonly<Record<string, string>>;
    readonly requestTemplates?: Readonly<Record<string, string>>;
  };
  /** Where an upstream is: the whole address of a public one, what comes after the load balancer's of a private one. */
  readonly address?: string;
  /** What is made of the target's answers. None where they pass as they are. */
  readonly responses: readonly RestResponsePlan[];
}

export interface RestResponsePlan {
  readonly statusCode: string;
  /** A regular expression for the target's status. Absent: all others. */
  readonly selectionPattern?: string;
  readonly responseParameters: Readonly<Record<string, string>>;
  readonly responseTemplates: Readonly<Record<string, string>>;
}

/** Instead of what callers proved themselves with. */
const withheld = "'withheld'";
/** Who calls, for an upstream: the subject, or nobody. */
export const callerHeader = "x-caller-subject";
export const nobody = "anonymous";

/** @see https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html */
export function planRestIntegration(
  route: Route,
  authorizers: AuthorizerPlans,
  { api, upstreams }: Pick<Settings, "api" | "upstreams">,
): RestIntegrationPlan {
  const target = planTarget(route);
  const caller = restCaller(route, authorizers);
  switch (target.kind) {
    case "lambda":
      return {
        target,
        args: {
          type: "AWS_PROXY",
          integrationHttpMethod: "POST",
          responseTransferMode: target.streaming ? "STREAM" : "BUFFERED",
        },
        responses: [],
      };
    case "queue":
      return {
        target,
        args: {
          type: "AWS",
          integrationHttpMethod: "POST",
          // Another content type is answered with 415, not passed on.
          passthroughBehavior: "NEVER",
          requestParameters: { "integration.request.header.Content-Type": "'application/x-www-form-urlencoded'" },
          requestTemplates: { "application/json": sendMessageTemplate(caller) },
        },
        responses: queueResponses(api),
      };
    case "http": {
      const upstream = upstreams[target.upstream]!;
      const path = integrationPath(route.path);
      return {
        target,
        args: {
          type: "HTTP_PROXY",
          integrationHttpMethod: route.method,
          connectionType: upstream.kind === "private" ? "VPC_LINK" : "INTERNET",
          requestParameters: passedOn(route, caller, authorizers),
        },
        address: upstream.kind === "private" ? path : `${upstream.url.replace(/\/$/, "")}${path}`,
        responses: [],
      };
    }
  }
}

/**
 * Path parameters, who calls, and fixed texts over what the caller proved it with: a REST API passes on every other header and
 * query parameter. AWS calls header names case-sensitive and does not say what becomes of a client's own `X-Caller-Subject` beside
 * the mapped one: an upstream should refuse requests that hold it twice.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
function passedOn(route: Route, { subject }: CallerVariables, authorizers: AuthorizerPlans) {
  const { headers, query } = credentialsOf(route, authorizers);
  return Object.fromEntries([
    ...pathParametersOf(route.path).map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]),
    [`integration.request.header.${callerHeader}`, subject ?? `'${nobody}'`],
    ...headers.map((name) => [`integration.request.header.${name}`, withheld]),
    ...query.map((name) => [`integration.request.querystring.${name}`, withheld]),
  ]) as Record<string, string>;
}

/**
 * SQS answers API Gateway in JSON; 400 is the message's fault (too large, or characters that SQS does not take), all else the
 * platform's.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
function queueResponses(api: Settings["api"]): readonly RestResponsePlan[] {
  const responseParameters = asMappings("method.response", planRestCors(api));
  const messageId = `$input.path('$.SendMessageResponse.SendMessageResult.MessageId')`;
  return [
    {
      statusCode: "202",
      selectionPattern: "200",
      responseParameters,
      responseTemplates: { "application/json": `{"messageId":"${messageId}"}` },
    },
    {
      statusCode: "400",
      selectionPattern: "400",
      responseParameters,
      responseTemplates: {
        [problemType]: problem(
          400,
          "Bad request",
          `"The queue does not take this body: it is too large, or not text."`,
        ),
      },
    },
    {
      statusCode: "502",
      responseParameters,
      responseTemplates: { [problemType]: problem(502, "Bad gateway", `"The queue did not take the message."`) },
    },
  ];
}
