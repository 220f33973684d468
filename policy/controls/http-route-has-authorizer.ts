import { whyOpen } from "../authorization";
import type { Control } from "../control";
import { routeKind } from "../model/route-key";
import { routeProtocol } from "../model/route-protocol";
import { read, readText } from "../reading";
import { type Resource, resourcesOf } from "../resource";
import { httpRoute } from "../resource-types";

const demanding = ["JWT", "CUSTOM", "AWS_IAM"];

export const httpRouteHasAuthorizer: Control = {
  id: "http-route-has-authorizer",
  title: "Every route of an HTTP API but OPTIONS, and the $connect route of a WebSocket API, has an authorizer.",
  severity: "critical",
  level: "mandatory",
  types: [httpRoute],
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
    resourcesOf(stack, httpRoute)
      .filter((route) => routeKind(read(route.properties, "routeKey")) === "default")
      .filter((route) => routeProtocol(route) !== "WEBSOCKET")
      .flatMap((route) => openings(route).map((message) => ({ message, urn: route.urn }))),
};

function openings({ properties }: Resource): readonly string[] {
  const reason = whyOpen("authorizationType", read(properties, "authorizationType"), demanding);
  return reason === undefined ? [] : [`Anyone can call this route without credentials: ${reason}.`];
}
