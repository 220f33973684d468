import type { Settings } from "../config/schema";

/** What a browser may send along: the token, and the kind of body. */
const allowHeaders = ["authorization", "content-type"];

/**
 * Cross-origin rules of an HTTP API, which answers preflights itself and puts the headers on every answer, its own 401 and
 * 403 included.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export const planHttpCors = ({ cors }: Settings["api"], methods: readonly string[]) => ({
  allowOrigins: [...cors.origins],
  allowMethods: [...methods],
  allowHeaders,
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
  methods: readonly string[],
  metered: boolean,
): Readonly<Record<string, string>> => ({
  "Access-Control-Allow-Origin": fixedOrigin(cors),
  "Access-Control-Allow-Methods": [...methods, "OPTIONS"].join(","),
  "Access-Control-Allow-Headers": [...allowHeaders, ...(metered ? ["x-api-key"] : [])].join(","),
  "Access-Control-Max-Age": String(cors.maxAgeSeconds),
});

function fixedOrigin({ origins }: Settings["api"]["cors"]): string {
  const [only, ...others] = origins;
  return others.length === 0 ? only! : "*";
}

/** Header names as REST mappings know them, their values quoted as fixed texts. */
export const asMappings = (prefix: string, headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [`${prefix}.header.${name}`, `'${value}'`]));
