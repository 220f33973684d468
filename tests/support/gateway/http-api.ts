import type { PropertyValue } from "../../../local/engine/model";
import { executionArn, type Stack } from "./stack";

export interface HttpRouteDeclaration {
  /** Such as `GET /orders/{id}`, or `$default`. */
  readonly key: string;
  readonly authorizationType?: string;
  readonly authorizerId?: string;
  readonly scopes?: string[];
  /** A function's ARN or invoke ARN; or the properties of another integration. */
  readonly uri: string | Record<string, PropertyValue>;
  readonly payloadFormatVersion?: string;
  readonly timeoutMilliseconds?: number;
}

/** Declares an HTTP API as a Pulumi program would: integrations, routes and a stage that deploys itself. */
export function httpApi(
  stack: Stack,
  api: string,
  routes: readonly HttpRouteDeclaration[],
  { stage = "$default", ...more }: Record<string, PropertyValue> = {},
): void {
  stack.add("aws:apigatewayv2/api:Api", api, api, { protocolType: "HTTP", executionArn: executionArn(api), ...more });
  for (const { key, uri, scopes, payloadFormatVersion = "2.0", timeoutMilliseconds, ...route } of routes) {
    const id = `${api} ${key}`;
    stack.add("aws:apigatewayv2/integration:Integration", id, id, {
      apiId: api,
      ...(typeof uri === "string" ? { integrationType: "AWS_PROXY", integrationUri: uri, payloadFormatVersion } : uri),
      timeoutMilliseconds,
    });
    stack.add("aws:apigatewayv2/route:Route", id, id, {
      ...{ apiId: api, routeKey: key, target: `integrations/${id}`, authorizationScopes: scopes },
      ...route,
    });
  }
  stack.add("aws:apigatewayv2/stage:Stage", `${api}-stage`, `${api}-stage`, {
    apiId: api,
    name: stage,
    autoDeploy: true,
  });
}
