import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from "aws-lambda";
import type { Route } from "../../infra/catalogue/define/route";
import { type Caller, callerOf } from "./caller";
import { Problem } from "./problem";

/** A request, the same whichever API it came through. */
export interface Request {
  readonly method: string;
  readonly path: Readonly<Record<string, string | undefined>>;
  /** Several values of one name are one text, with commas between them. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly contentType?: string;
  /** Absent on public routes. */
  readonly caller?: Caller;
  /** The body as JSON. @throws {Problem} 400 when it is none */
  json(): unknown;
}

export type Event = APIGatewayProxyEvent | APIGatewayProxyEventV2;

export function requestOf(event: Event): Request {
  const caller = callerOf(event);
  const contentType = headerOf(event, "content-type");
  return {
    method: isV2(event) ? event.requestContext.http.method : event.httpMethod,
    path: event.pathParameters ?? {},
    query: isV2(event) ? (event.queryStringParameters ?? {}) : joined(event),
    ...(contentType !== undefined && { contentType }),
    ...(caller && { caller }),
    json: () => parse(event),
  };
}

/** The route of the catalogue that an event came by. */
export const routeOf = (event: Event, routes: readonly Route[]): Route | undefined => {
  const key = isV2(event) ? event.routeKey : `${event.httpMethod} ${event.resource}`;
  return routes.find(
    ({ apis, method, path }) => apis.includes(isV2(event) ? "http" : "rest") && `${method} ${path}` === key,
  );
};

/** A header, which REST APIs spell as the client did, and HTTP APIs in lower case. */
export const headerOf = ({ headers }: Event, name: string): string | undefined => {
  const found = Object.keys(headers ?? {}).find((key) => key.toLowerCase() === name);
  return found === undefined ? undefined : headers[found];
};

/** The caller, where a route lets nobody in without one. @throws {Problem} 401 when the route has no authorizer after all */
export function requireCaller({ caller }: Request): Caller {
  if (caller) return caller;
  throw new Problem(401, "Unauthorized", "This route needs a caller, and no authorizer named one.");
}

const isV2 = (event: Event): event is APIGatewayProxyEventV2 => "version" in event && event.version === "2.0";

/**
 * What an HTTP API makes of repeated parameters, of a REST API's.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
const joined = ({ queryStringParameters, multiValueQueryStringParameters }: APIGatewayProxyEvent) => ({
  ...queryStringParameters,
  ...Object.fromEntries(
    Object.entries(multiValueQueryStringParameters ?? {}).map(([name, values]) => [name, values?.join(",")]),
  ),
});

function parse({ body, isBase64Encoded }: Event): unknown {
  const text = isBase64Encoded ? Buffer.from(body ?? "", "base64").toString("utf8") : (body ?? "");
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, "Bad request", "The body is not JSON.", [{ in: "body", name: "", message: "is not JSON" }]);
  }
}
