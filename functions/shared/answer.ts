import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Route } from "../../infra/catalogue/define/route";
import { routes as catalogueRoutes } from "../../infra/catalogue/routes";
import { check } from "./check";
import { Problem } from "./problem";
import { type Event, headerOf, type Request, requestOf, routeOf } from "./request";

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Makes a Lambda handler for both APIs out of a function from request to reply. A request that its route does not take is refused
 * before the function sees it. Problems become 4xx answers; anything else that is thrown is logged without the request, and
 * answered with a bare 500. `CORS_ORIGINS` names the pages that may read the answer, `CORS_EXPOSED_HEADERS` its headers that they may read too: a REST API leaves those headers to the
 * function, an HTTP API writes its own over them.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export const answer =
  (respond: (request: Request) => Promise<Reply>, routes: readonly Route[] = catalogueRoutes) =>
  async (event: Event): Promise<APIGatewayProxyStructuredResultV2> => {
    const { statusCode, type, body } = await reply(event, respond, routes);
    return { statusCode, headers: headersOf(event, type), body: JSON.stringify(body) };
  };

async function reply(event: Event, respond: (request: Request) => Promise<Reply>, routes: readonly Route[]) {
  try {
    const { status, body } = await respond(checked(event, routes));
    return { statusCode: status, type: "application/json", body };
  } catch (error) {
    return problemOf(error);
  }
}

/** The request of an event. @throws {Problem} when its route does not take it */
export function checked(event: Event, routes: readonly Route[]): Request {
  const request = requestOf(event);
  const schema = routeOf(event, routes)?.request;
  if (schema) check(request, schema);
  return request;
}

/** What a caller is told of a failure, and whoever operates the platform of what is not the caller's. */
export function problemOf(error: unknown) {
  const type = "application/problem+json";
  if (error instanceof Problem) return { statusCode: error.status, type, body: error.body };
  console.error(error);
  return { statusCode: 500, type, body: { title: "Internal server error", status: 500 } };
}

/** Headers of every answer. */
export const headersOf = (event: Event, type: string): Record<string, string> => ({
  "content-type": type,
  "cache-control": "no-store",
  ...corsHeaders(headerOf(event, "origin"), process.env.CORS_ORIGINS ?? "", process.env.CORS_EXPOSED_HEADERS),
});

function corsHeaders(origin: string | undefined, allowed: string, exposed: string | undefined): Record<string, string> {
  if (origin === undefined || !allowed.split(",").includes(origin)) return {};
  return {
    "access-control-allow-origin": origin,
    vary: "Origin",
    ...(exposed && { "access-control-expose-headers": exposed }),
  };
}
