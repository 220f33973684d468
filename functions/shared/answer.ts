import type { APIGatewayProxyEvent, APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type Caller, callerOf } from "./caller";
import { Problem } from "./problem";

/** A request, the same whichever API it came through. */
export interface Request {
  readonly method: string;
  readonly path: Readonly<Record<string, string | undefined>>;
  /** Absent on public routes. */
  readonly caller?: Caller;
  /** The body as JSON. @throws {Problem} 400 when it is none */
  json(): unknown;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

type Event = APIGatewayProxyEvent | APIGatewayProxyEventV2;

/**
 * Makes a Lambda handler for both APIs out of a function from request to reply. Problems become 4xx answers; anything else
 * that is thrown is logged without the request, and answered with a bare 500. `CORS_ORIGINS` names the pages that may read
 * the answer: a REST API leaves those headers to the function, an HTTP API writes its own over them.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export const answer = (respond: (request: Request) => Promise<Reply>) => async (event: Event) => {
  const headers = corsHeaders(event.headers.origin ?? event.headers.Origin, process.env.CORS_ORIGINS ?? "");
  try {
    const { status, body } = await respond(requestOf(event));
    return reply(status, "application/json", body, headers);
  } catch (error) {
    if (error instanceof Problem) {
      const { status, title, detail } = error;
      return reply(status, "application/problem+json", { title, status, detail }, headers);
    }
    console.error(error);
    const title = "Internal server error";
    return reply(500, "application/problem+json", { title, status: 500 }, headers);
  }
};

/** The caller, where a route lets nobody in without one. @throws {Problem} 401 when the route has no authorizer after all */
export function requireCaller({ caller }: Request): Caller {
  if (caller) return caller;
  throw new Problem(401, "Unauthorized", "This route needs a caller, and no authorizer named one.");
}

function requestOf(event: Event): Request {
  const isV2 = "version" in event && event.version === "2.0";
  const caller = callerOf(event);
  return {
    method: isV2 ? event.requestContext.http.method : (event as APIGatewayProxyEvent).httpMethod,
    path: event.pathParameters ?? {},
    ...(caller && { caller }),
    json: () => parse(event),
  };
}

function parse({ body, isBase64Encoded }: Event): unknown {
  const text = isBase64Encoded ? Buffer.from(body ?? "", "base64").toString("utf8") : (body ?? "");
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, "Bad request", "The body is not JSON.");
  }
}

function reply(
  statusCode: number,
  type: string,
  body: unknown,
  headers: Record<string, string>,
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode,
    headers: { "content-type": type, "cache-control": "no-store", ...headers },
    body: JSON.stringify(body),
  };
}

function corsHeaders(origin: string | undefined, allowed: string): Record<string, string> {
  return origin !== undefined && allowed.split(",").includes(origin)
    ? { "access-control-allow-origin": origin, vary: "Origin" }
    : {};
}
