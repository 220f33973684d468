import type { StackState } from "../engine/model";
import { plain } from "../engine/values";
import { readHttpApis } from "../gateway/read-http-api";
import { readRestApis } from "../gateway/read-rest-api";
import type { Cast } from "./cast";

/** Names of all services that the stack's APIs pass requests on to. */
export const upstreamsOf = ({ resources }: StackState): readonly string[] =>
  [...readRestApis(resources), ...readHttpApis(resources)]
    .flatMap(({ routes }) => routes.map(({ integration }) => integration))
    .flatMap((integration) => (integration.kind === "http" ? integration.upstream.names.slice(0, 1) : []));

/** What the story needs to know of the stack: the tenant authorizer's function and TTL, and an origin that CORS allows. */
export function declared(state: StackState, kind: "rest" | "http") {
  const inputs = (type: string, name: RegExp) =>
    plain(state.resources.find((resource) => resource.type === type && name.test(resource.name))!.outputs) as Record<
      string,
      unknown
    >;
  const authorizer =
    kind === "rest" ? "aws:apigateway/authorizer:Authorizer" : "aws:apigatewayv2/authorizer:Authorizer";
  const { corsConfiguration } = inputs("aws:apigatewayv2/api:Api", /./) as {
    corsConfiguration: { allowOrigins: string[] };
  };
  return {
    ...partnerOf(state),
    origin: corsConfiguration.allowOrigins[0]!,
    authorizerFunction: inputs("aws:lambda/function:Function", /^authorizer/).name as string,
    cacheTtlSeconds: inputs(authorizer, /tenant/).authorizerResultTtlInSeconds as number,
  };
}

/** The first key that a usage plan limits. */
function partnerOf({ resources }: StackState): Pick<Cast, "partner"> {
  const keys = readRestApis(resources).flatMap(({ apiKeys }) => apiKeys);
  const found = keys.flatMap(({ value, plans }) =>
    plans.flatMap(({ throttle }) => (throttle ? [{ apiKey: value, burst: throttle.burst }] : [])),
  );
  return { ...(found[0] && { partner: found[0] }) };
}
