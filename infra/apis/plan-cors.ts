import type { AuthorizerPlans } from "../authorizers/plan-authorizers";
import type { Route } from "../catalogue/define/route";
import type { Settings } from "../config/schema";
import { authorizersOf } from "./routes-of";

/** What a browser may send along: the token, the kind of body, and whatever else authorizers look at. */
const allowHeaders = (plans: AuthorizerPlans, authorizers: readonly string[]): string[] => {
  const looked = authorizers.flatMap((name) => {
    const plan = plans[name]!;
    return plan.kind === "iam" ? [] : plan.http.identitySources;
  });
  const headers = looked.flatMap((source) => /^\$request\.header\.(.+)$/.exec(source)?.[1]?.toLowerCase() ?? []);
  return [...new Set(["authorization", "content-type", ...headers.sort()])];
};

/**
 * Cross-origin rules of an HTTP API, which answers preflights itself and puts the headers on every answer, its own 401 and
 * 403 included.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export const planHttpCors = (
  { cors }: Settings["api"],
  methods: readonly string[],
  plans: AuthorizerPlans,
  authorizers: readonly string[],
) => ({
  allowOrigins: [...cors.origins],
  allowMethods: [...methods],
  allowHeaders: allowHeaders(plans, authorizers),
  maxAge: cors.maxAgeSeconds,
  ...(cors.exposedHeaders.length > 0 && { exposeHeaders: [...cors.exposedHeaders] }),
});

/**
 * The headers of what a REST API answers itself: refusals, and answers that it makes of a queue's. Such headers are fixed texts:
 * with several origins they say `*`, which lets any page read such an answer's status and body. Neither holds anybody's data;
 * answers of the functions name the one origin that asked.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export const planRestCors = ({ cors }: Settings["api"]): Readonly<Record<string, string>> => ({
  "Access-Control-Allow-Origin": fixedOrigin(cors),
  ...(cors.exposedHeaders.length > 0 && { "Access-Control-Expose-Headers": cors.exposedHeaders.join(",") }),
});

/** The headers of one path's preflights on a REST API. */
export const planRestPreflight = (
  { cors }: Settings["api"],
  routes: readonly Pick<Route, "method" | "metered" | "authorizer">[],
  plans: AuthorizerPlans,
): Readonly<Record<string, string>> => ({
  "Access-Control-Allow-Origin": fixedOrigin(cors),
  "Access-Control-Allow-Methods": [...routes.map(({ method }) => method).sort(), "OPTIONS"].join(","),
  "Access-Control-Allow-Headers": [
    ...allowHeaders(plans, authorizersOf(routes)),
    ...(routes.some(({ metered }) => metered) ? ["x-api-key"] : []),
  ].join(","),
  "Access-Control-Max-Age": String(cors.maxAgeSeconds),
});

function fixedOrigin({ origins }: Settings["api"]["cors"]): string {
  const [only, ...others] = origins;
  return others.length === 0 ? only! : "*";
}

/** Header names as REST mappings know them, their values quoted as fixed texts. */
export const asMappings = (prefix: string, headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [`${prefix}.header.${name}`, `'${value}'`]));
