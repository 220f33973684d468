import type { AuthorizerPlans } from "../authorizers/plan-authorizers";
import type { Route } from "../catalogue/define/route";
import type { Settings } from "../config/schema";
import { credentialsOf, httpCaller } from "./plan-caller";
import { messageAttributes } from "./plan-queue-template";
import { callerHeader, nobody } from "./plan-rest-integration";
import { integrationPath, planTarget, type TargetPlan } from "./plan-target";

/** How routes of an HTTP API are answered, apart from what other resources give. Routes of one key share one integration. */
export interface HttpIntegrationPlan {
  /** Part of resource names. It depends on what the integration is for, never on the order of routes. */
  readonly key: string;
  readonly target: TargetPlan;
  readonly args: {
    readonly integrationType: "AWS_PROXY" | "HTTP_PROXY";
    readonly integrationSubtype?: "SQS-SendMessage";
    readonly integrationMethod?: string;
    readonly connectionType?: "INTERNET" | "VPC_LINK";
    readonly payloadFormatVersion: "1.0" | "2.0";
    readonly requestParameters?: Readonly<Record<string, string>>;
  };
  /** The whole address of a public upstream. */
  readonly address?: string;
}

/** @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html */
export function planHttpIntegration(
  route: Route,
  slug: string,
  authorizers: AuthorizerPlans,
  upstreams: Settings["upstreams"],
): HttpIntegrationPlan {
  const target = planTarget(route);
  switch (target.kind) {
    case "lambda":
      return {
        key: target.handler,
        target,
        args: { integrationType: "AWS_PROXY", payloadFormatVersion: "2.0" },
      };
    case "queue": {
      const caller = httpCaller(route, authorizers);
      const attributes = messageAttributes(caller);
      return {
        key: `queue-${target.queue}-${callersOf(route)}${caller.subject && !caller.clientId ? "-of-any-client" : ""}`,
        target,
        args: {
          integrationType: "AWS_PROXY",
          integrationSubtype: "SQS-SendMessage",
          payloadFormatVersion: "1.0",
          requestParameters: { MessageBody: "$request.body", ...(attributes && { MessageAttributes: attributes }) },
        },
      };
    }
    case "http": {
      const upstream = upstreams[target.upstream]!;
      const headers = passedOn(route, authorizers);
      const common = { integrationType: "HTTP_PROXY", payloadFormatVersion: "1.0" } as const;
      return upstream.kind === "private"
        ? {
            // The listener gets the path as the route has it, whatever the stage is called.
            key: `upstream-${target.upstream}-${callersOf(route)}`,
            target,
            args: {
              ...common,
              integrationMethod: "ANY",
              connectionType: "VPC_LINK",
              requestParameters: { ...headers, "overwrite:path": "$request.path" },
            },
          }
        : {
            key: `upstream-${target.upstream}-${slug}`,
            target,
            args: {
              ...common,
              integrationMethod: route.method,
              connectionType: "INTERNET",
              requestParameters: headers,
            },
            address: `${upstream.url.replace(/\/$/, "")}${integrationPath(route.path)}`,
          };
    }
  }
}

/**
 * Who calls, and nothing that it proved that with, except the Authorization header: AWS reserves it, so an HTTP API passes it on as it
 * came. `infra/config/rules/routes.ts` asks for an upstream that may see it.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html#http-api-mapping-reserved-headers
 */
function passedOn(route: Route, authorizers: AuthorizerPlans): Record<string, string> {
  const { subject } = httpCaller(route, authorizers);
  const { headers, query } = credentialsOf(route, authorizers);
  return Object.fromEntries([
    [`overwrite:header.${callerHeader}`, subject === undefined ? nobody : `$${subject}`],
    ...headers.filter((name) => name !== "Authorization").map((name) => [`remove:header.${name}`, "''"]),
    ...query.map((name) => [`remove:querystring.${name}`, "''"]),
  ]) as Record<string, string>;
}

/** Mappings differ by authorizer, as each keeps its findings in a place of its own. */
const callersOf = ({ authorizer }: Route) => (authorizer === undefined ? "for-anybody" : `by-${authorizer}`);
