import type { Control } from "../control";
import { modelOf } from "../model/model";
import { routeKind } from "../model/route-key";
import { waysInto } from "../model/way-in";
import { read, readText } from "../reading";
import type { Resource } from "../resource";
import { families } from "../resource-types";

export const httpRouteHasAuthorizer: Control = {
  id: "http-route-has-authorizer",
  title: "Every route of an HTTP API but OPTIONS, and the $connect route of a WebSocket API, has an authorizer.",
  severity: "critical",
  level: "mandatory",
  types: families.httpRoute,
  why: "Anyone on the internet could call the route. HTTP APIs ignore apiKeyRequired, and an authorizerId alone switches nothing on.",
  fix: "Set authorizationType to JWT or CUSTOM with an authorizerId, or to AWS_IAM; if the route must be public, list it in the policy's exceptions.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html",
  elsewhere: {
    checkov: "CKV_AWS_309",
    "cdk-nag": "AwsSolutions-APIG4",
    "security-hub": "APIGateway.8",
    mondoo: "apigatewayv2-routes-require-authorizer",
  },
  excusable: { shows: "route", subject: ({ properties }) => readText(properties, "routeKey") },
  checkResource: (route) => {
    switch (routeKind(read(route.properties, "routeKey"))) {
      case "http":
      case "connect":
        return openings(route);
      case "preflight":
      case "message":
      // Only the route's API, which is another resource, can say whether this is a WebSocket's fallback: see checkStack.
      case "default":
        return [];
    }
  },
  checkStack: (stack) =>
    modelOf(stack)
      .routes.filter(({ declaredBy, path }) => declaredBy === "route" && path === "$default")
      .filter(({ api }) => api?.protocol !== "WEBSOCKET")
      .flatMap(({ resource }) => openings(resource).map((message) => ({ message, urn: resource.urn }))),
};

function openings(route: Resource): readonly string[] {
  return waysInto(route).flatMap(({ opening }) =>
    opening === undefined ? [] : [`Anyone can call this route without credentials: ${opening}.`],
  );
}
