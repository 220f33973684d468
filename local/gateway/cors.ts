import type { Cors } from "./model";
import { firstHeader, type GatewayRequest } from "./request";

type Headers = readonly (readonly [string, string])[];

/** A preflight as an HTTP API recognises it: OPTIONS with an origin and the method that is meant. */
export const isPreflight = (request: Pick<GatewayRequest, "method" | "headers">): boolean =>
  request.method === "OPTIONS" &&
  firstHeader(request, "origin") !== undefined &&
  firstHeader(request, "access-control-request-method") !== undefined;

/**
 * Headers of the answer to a preflight; none when the origin is not allowed.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export function preflightHeaders(cors: Cors, origin: string | undefined): Headers {
  const shared = originHeaders(cors, origin);
  if (shared.length === 0) return [];
  return [
    ...shared,
    ...list("access-control-allow-methods", cors.allowMethods),
    ...list("access-control-allow-headers", cors.allowHeaders),
    ...(cors.maxAge === undefined ? [] : [["access-control-max-age", String(cors.maxAge)] as const]),
  ];
}

/**
 * Headers of every other answer to an allowed origin. AWS promises them for answers of integrations; refusals are taken to have them
 * too, so that a page can read a 401.
 */
export function corsHeaders(cors: Cors, origin: string | undefined): Headers {
  const shared = originHeaders(cors, origin);
  return shared.length === 0 ? [] : [...shared, ...list("access-control-expose-headers", cors.exposeHeaders)];
}

function originHeaders(cors: Cors, origin: string | undefined): Headers {
  if (origin === undefined) return [];
  const any = cors.allowOrigins.includes("*");
  const scheme = origin.split("://")[0];
  if (!any && !cors.allowOrigins.includes(origin) && !cors.allowOrigins.includes(`${scheme}://*`)) return [];
  return [
    ["access-control-allow-origin", any ? "*" : origin],
    ...(any ? [] : [["vary", "origin"] as const]),
    ...(cors.allowCredentials ? [["access-control-allow-credentials", "true"] as const] : []),
  ];
}

const list = (name: string, values: readonly string[]): Headers =>
  values.length === 0 ? [] : [[name, values.join(",")]];
