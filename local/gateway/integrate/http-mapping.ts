import { httpValue } from "../mapping/http-expression";
import type { EndpointAnswer } from "../mapping/rest-expression";
import type { GatewayRequest } from "../request";

type Headers = EndpointAnswer["headers"];
type Change = { readonly how: "append" | "overwrite" | "remove"; readonly name: string; readonly value: string };

/**
 * Headers that AWS lets nobody map.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html#http-api-mapping-reserved-headers
 */
const reserved =
  /^(?:access-control-.*|apigw-.*|authorization|connection|content-encoding|content-length|content-location|forwarded|keep-alive|origin|proxy-authenticate|proxy-authorization|te|trailers|transfer-encoding|upgrade|x-amz-.*|x-amzn-.*|x-forwarded-for|x-forwarded-host|x-forwarded-proto|via)$/i;

/** The first mapping that AWS would not take, or undefined. */
export const reservedMapping = (parameters: Readonly<Record<string, string>>): string | undefined =>
  Object.keys(parameters).find((target) => reserved.test(/:header\.(.+)$/.exec(target)?.[1] ?? ""));

/** What an HTTP API's parameter mappings make of headers and query. Headers are joined by commas where they are appended. */
export function changed(
  pairs: Headers,
  place: "header" | "querystring",
  parameters: Readonly<Record<string, string>>,
  request: GatewayRequest,
  answer?: EndpointAnswer,
): Headers {
  const same = (a: string, b: string) => (place === "header" ? a.toLowerCase() === b.toLowerCase() : a === b);
  let result = pairs;
  for (const { how, name, value } of changes(parameters, place, request, answer)) {
    const kept = how === "append" ? result : result.filter(([other]) => !same(other, name));
    result = how === "remove" ? kept : kept.concat([[name, value]]);
  }
  return result;
}

function changes(
  parameters: Readonly<Record<string, string>>,
  place: string,
  request: GatewayRequest,
  answer: EndpointAnswer | undefined,
): readonly Change[] {
  return Object.entries(parameters).flatMap(([target, source]) => {
    const [, how, where, name] = /^(append|overwrite|remove):(\w+)\.(.+)$/.exec(target) ?? [];
    if (name === undefined || where !== place) return [];
    const value = how === "remove" ? "" : httpValue(source, request, answer);
    return value === undefined ? [] : [{ how: how as Change["how"], name, value }];
  });
}
