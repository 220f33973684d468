/** One request as each API hands it to a function. */
export interface Asked {
  readonly method?: string;
  /** Such as `/orders/{id}`. */
  readonly route?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly encoded?: boolean;
  readonly authorizer?: object;
}

const last = (values: readonly string[]) => values.at(-1);
const mapQuery = (query: Asked["query"], map: (values: readonly string[]) => unknown) =>
  query && Object.fromEntries(Object.entries(query).map(([name, values]) => [name, map(values)]));

export const restEvent = ({ method = "GET", route = "/x", ...asked }: Asked = {}) =>
  ({
    httpMethod: method,
    resource: route,
    headers: asked.headers ?? {},
    pathParameters: asked.path ?? null,
    queryStringParameters: mapQuery(asked.query, last) ?? null,
    multiValueQueryStringParameters: mapQuery(asked.query, (values) => values) ?? null,
    requestContext: { identity: { userArn: null }, ...(asked.authorizer && { authorizer: asked.authorizer }) },
    body: asked.body ?? null,
    isBase64Encoded: asked.encoded ?? false,
  }) as never;

export const httpEvent = ({ method = "GET", route = "/x", ...asked }: Asked = {}) =>
  ({
    version: "2.0",
    routeKey: `${method} ${route}`,
    headers: Object.fromEntries(
      Object.entries(asked.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    ...(asked.path && { pathParameters: asked.path }),
    ...(asked.query && { queryStringParameters: mapQuery(asked.query, (values) => values.join(",")) }),
    requestContext: { http: { method }, ...(asked.authorizer && { authorizer: asked.authorizer }) },
    ...(asked.body !== undefined && { body: asked.body }),
    isBase64Encoded: asked.encoded ?? false,
  }) as never;
