import { restValue } from "../mapping/rest-expression";
import { type Mapped, mapTemplate } from "../mapping/velocity";
import { matchesMediaType } from "../media-type";
import type { RestMapping } from "../model";
import { firstHeader, type GatewayRequest } from "../request";
import { type RestRefusal, restRefusals } from "../rest-refusal";
import { fillPath } from "./fill-path";

/** The request that a REST integration sends. */
export interface PlannedRequest {
  readonly method: string;
  readonly uri: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

type Headers = PlannedRequest["headers"];

/** Headers that the front of API Gateway keeps for itself. */
const ofConnection = [
  ...["connection", "content-length", "content-md5", "expect", "keep-alive", "max-forwards", "proxy-authenticate"],
  ...["te", "trailer", "transfer-encoding", "upgrade", "www-authenticate"],
];

/** Headers that a proxy integration leaves out unless they are mapped. */
const notPassed = new Set([...ofConnection, "host", "content-encoding", "via"]);

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
const unmappable = new Set(["content-length", "transfer-encoding", "x-amzn-trace-id", "x-amzn-apigateway-api-id"]);

const bodiless = ["GET", "HEAD", "OPTIONS"];

/**
 * What an HTTP or AWS integration sends. A proxy integration passes headers, query and body of the caller on, `Authorization` too,
 * with what is mapped over them; the others send only what is mapped, and the body that a template makes, or the caller's where
 * the passthrough behaviour lets it.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping.html
 * @see https://github.com/localstack/localstack (services/apigateway: what proxy integrations do with mappings, measured on AWS)
 * @param proxy - Whether it is a proxy integration.
 * @throws {NotSimulated}
 */
export function planRestRequest(
  mapping: RestMapping,
  proxy: boolean,
  request: GatewayRequest,
): PlannedRequest | { readonly refusal: RestRefusal } {
  const template = proxy ? undefined : chooseTemplate(mapping, request);
  if (template === "refused") return { refusal: restRefusals.unsupportedMediaType };
  const rendered = template === undefined ? undefined : mapTemplate(template, request, request.body);
  const mapped = mapParameters(mapping.parameters, request, rendered);
  if (mapped.header.some(([name]) => unmappable.has(name.toLowerCase())))
    return { refusal: restRefusals.apiConfiguration };
  const method = mapping.method ?? request.method;
  const own = proxy ? request.headers.filter(([name]) => !notPassed.has(name.toLowerCase())) : [];
  const query = [...(proxy ? new URLSearchParams(request.query) : []), ...mapped.querystring];
  const uri = fill(mapping.uri, new Map(mapped.path), request);
  return {
    method,
    uri:
      query.length === 0
        ? uri
        : `${uri}${uri.includes("?") ? "&" : "?"}${new URLSearchParams(query.map(([name, value]) => [name, value]))}`,
    headers: withDefaults(over(own, mapped.header), request, bodiless.includes(method)),
    body: bodiless.includes(method) ? Buffer.alloc(0) : rendered ? Buffer.from(rendered.text) : request.body,
  };
}

/** The template for the request's media type; none where its body is passed on; or `refused`. */
function chooseTemplate(
  { templates, passthrough }: RestMapping,
  request: GatewayRequest,
): string | undefined | "refused" {
  const type = firstHeader(request, "content-type") ?? "application/json";
  const fitting = Object.entries(templates).find(([pattern]) => matchesMediaType(pattern, type))?.[1];
  const template = fitting ?? templates.$default;
  if (template !== undefined || passthrough === "WHEN_NO_MATCH") return template;
  return passthrough === "NEVER" || Object.keys(templates).length > 0 ? "refused" : undefined;
}

type Place = "header" | "querystring" | "path";

/** What a template sets in `$context.requestOverride` wins. */
function mapParameters(
  parameters: RestMapping["parameters"],
  request: GatewayRequest,
  rendered: Mapped | undefined,
): Record<Place, Headers> {
  const entries = Object.entries(parameters).flatMap(([target, source]) => {
    const [, place, name] = /^integration\.request\.(header|querystring|path)\.(.+)$/.exec(target) ?? [];
    const value = restValue(source, request);
    return place === undefined || name === undefined || value === undefined ? [] : [{ place, name, value }];
  });
  const of = (place: Place): Headers =>
    over(
      entries.filter((one) => one.place === place).map(({ name, value }) => [name, value] as const),
      Object.entries(rendered?.requestOverride[place] ?? {}).map(([name, value]) => [name, String(value)] as const),
    );
  return { header: of("header"), querystring: of("querystring"), path: of("path") };
}

/** `headers`, with those of `winning` in place of any of the same name. */
const over = (headers: Headers, winning: Headers): Headers => [
  ...headers.filter(([name]) => !winning.some(([other]) => other.toLowerCase() === name.toLowerCase())),
  ...winning,
];

/** Puts path parameters and stage variables into an address. */
const fill = (uri: string, path: ReadonlyMap<string, string>, request: GatewayRequest): string =>
  fillPath(
    uri.replace(/\$\{stageVariables\.([^}]+)\}/g, (_, name: string) => request.stage.variables[name] ?? ""),
    Object.fromEntries(path),
    request.context.resourcePath ?? "",
  );

function withDefaults(headers: Headers, request: GatewayRequest, isBodiless: boolean): Headers {
  const type = firstHeader(request, "content-type");
  const api = request.context.apiId ?? "";
  const defaults: Headers = [
    ["Accept", "application/json"],
    ["User-Agent", `AmazonAPIGateway_${api}`],
    ...(type === undefined || isBodiless ? [] : [["Content-Type", type] as const]),
  ];
  const missing = defaults.filter(([name]) => firstHeader({ headers }, name) === undefined);
  return [...headers, ...missing, ["X-Amzn-Apigateway-Api-Id", api]];
}
