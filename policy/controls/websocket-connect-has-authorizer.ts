import { whyOpen } from "../authorization";
import type { Control } from "../control";
import { modelOf } from "../model/model";
import { textOf } from "../model/property";
import { families } from "../resource-types";

/** A WebSocket API has no JWT authorizers. */
const accepted = ["CUSTOM", "AWS_IAM"];

export const websocketConnectHasAuthorizer: Control = {
  id: "websocket-connect-has-authorizer",
  title: "Every WebSocket API has a $connect route with an authorizer.",
  severity: "critical",
  level: "mandatory",
  types: [...families.httpApi, ...families.httpRoute],
  why: "API Gateway authorizes a WebSocket once, at $connect: whoever gets past it sends messages to every other route.",
  fix: "Declare a $connect route with authorizationType CUSTOM and the authorizerId of a Lambda authorizer, or with AWS_IAM; if anyone may connect, list $connect in the policy's exceptions.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html",
  elsewhere: { mondoo: "apigatewayv2-routes-require-authorizer" },
  excusable: { shows: "route", subject: (route) => textOf(route, "routeKey") },
  checkStack: (stack) => {
    const { apis, routes } = modelOf(stack);
    const connecting = routes.filter(({ declaredBy, path }) => declaredBy === "route" && path === "$connect");
    const opened = connecting.flatMap(({ authorization, resource }) => {
      const reason = whyOpen("authorizationType", authorization, accepted);
      return reason === undefined
        ? []
        : [{ message: `Anyone can open a connection without credentials: ${reason}.`, urn: resource.urn }];
    });
    const unguarded = apis
      .filter(({ protocol, routes: own }) => protocol === "WEBSOCKET" && own.length > 0)
      .filter(({ routes: own }) => own.every(({ path }) => path !== "$connect" && path !== undefined))
      .map(({ resource }) => ({
        message: "Anyone can open a connection without credentials: the API has routes, but none for $connect.",
        urn: resource!.urn,
      }));
    return [...opened, ...unguarded];
  },
};
