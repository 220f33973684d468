import { acknowledgedSchema, isAcknowledged } from "../acknowledged";
import type { Control } from "../control";
import { caches } from "../model/authorizer";
import { listIn } from "../model/list";
import { type Authorizer, modelOf } from "../model/model";
import { families } from "../resource-types";
import { asksAuthorizer } from "./method-authorizer-of-same-api";

export const authorizerCacheSharedAcrossMethods: Control = {
  id: "authorizer-cache-shared-across-methods",
  title: "A Lambda authorizer that keeps answers keeps them by route, serves one route, or is acknowledged.",
  severity: "medium",
  level: "advisory",
  types: [...families.restAuthorizer, ...families.httpAuthorizer, ...families.restApi, ...families.httpApi],
  why: "API Gateway applies a kept answer to every method of the authorizer: an answer about the one that was called lets its caller into the others.",
  fix: "Add $context.routeKey, or context.resourcePath and context.httpMethod on a REST API, to the identity sources; or let the function answer for all methods and acknowledge it in the setting acknowledged.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html",
  settings: {
    methods: {
      type: "integer",
      minimum: 1,
      maximum: 300,
      default: 1,
      description: "how many methods or routes may share kept answers, from 1 to 300",
    },
    acknowledged: acknowledgedSchema("a list of authorizers whose function answers for all methods at once", [
      {
        resource: "rest-tenant-authorizer",
        reason:
          "Its function answers with a policy about every route that it guards, not about the one that was called",
      },
    ]),
  },
  checkStack: (stack, { settings }) =>
    modelOf(stack)
      .authorizers.filter(({ type }) => type.state === "known" && (type.value === "TOKEN" || type.value === "REQUEST"))
      .filter((authorizer) => caches(authorizer) && !isKeyedByRoute(authorizer))
      .filter(({ api, resource }) => api?.protocol !== "WEBSOCKET" && !isAcknowledged(resource.name, settings))
      .flatMap(({ subject, resource, routes }) => {
        const sharing = routes.filter(asksAuthorizer).length;
        if (sharing <= Number(settings.methods ?? 1)) return [];
        const message = `${subject} keeps one answer for the ${sharing} methods that share it: who may call one may be let into all.`;
        return [{ message, urn: resource.urn }];
      }),
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html */
function isKeyedByRoute({ service, identitySources }: Authorizer): boolean {
  const sources = listIn(identitySources).texts.flatMap((text) => text.split(",").map((source) => source.trim()));
  if (service === "http") return sources.includes("$context.routeKey");
  const byPath = ["context.resourcePath", "context.resourceId", "context.path"].some((path) => sources.includes(path));
  return byPath && sources.includes("context.httpMethod");
}
