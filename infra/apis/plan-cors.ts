import type { Settings } from "../config/schema";

/** What a browser may send along: the token, and the kind of body. */
const allowHeaders = ["authorization", "content-type"];
const maxAgeSeconds = 600;

/**
 * Cross-origin rules of an HTTP API, which answers preflights itself and puts the headers on every answer, its own 401 and
 * 403 included.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export const planHttpCors = ({ corsOrigins }: Settings["api"], methods: readonly string[]) => ({
  allowOrigins: [...corsOrigins],
  allowMethods: [...methods],
  allowHeaders,
  maxAge: maxAgeSeconds,
});

/**
 * The same rules as headers of a REST API's preflights and of the answers that it gives itself. Such headers are fixed texts:
 * with several origins they say `*`, which lets any page read the status of a refusal and nothing else, since answers of the
 * functions name the one origin that asked.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export function planRestCors({ corsOrigins }: Settings["api"], methods: readonly string[]) {
  const [only, ...others] = corsOrigins;
  const allowOrigin = others.length === 0 ? only! : "*";
  return {
    origin: { "Access-Control-Allow-Origin": allowOrigin },
    preflight: {
      "Access-Control-Allow-Origin": allowOrigin,
      "Access-Control-Allow-Methods": [...methods, "OPTIONS"].join(","),
      "Access-Control-Allow-Headers": allowHeaders.join(","),
      "Access-Control-Max-Age": String(maxAgeSeconds),
    },
  };
}

/** Header names as REST mappings know them, their values quoted as fixed texts. */
export const asMappings = (prefix: string, headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [`${prefix}.header.${name}`, `'${value}'`]));
