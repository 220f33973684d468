import { type GatewayRequest, headerValues, queryValues } from "./request";

/** Parts that events of both formats share. */

/** Null instead of an empty map: so API Gateway says that there is none. */
export const orNull = <Value>(values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> | null =>
  Object.keys(values).length === 0 ? null : values;

/** The last value of each: format 1.0 keeps the others in its multi-value fields. */
export const lastOf = (values: ReadonlyMap<string, readonly string[]>): Readonly<Record<string, string>> =>
  Object.fromEntries([...values].map(([name, all]) => [name, all.at(-1) ?? ""]));

/** All values of each, joined: format 2.0 has no multi-value fields. */
export const joined = (values: ReadonlyMap<string, readonly string[]>): Readonly<Record<string, string>> =>
  Object.fromEntries([...values].map(([name, all]) => [name, all.join(",")]));

export const listed = (values: ReadonlyMap<string, readonly string[]>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...values].map(([name, all]) => [name, [...all]]));

/** `09/Apr/2015:12:34:56 +0000`, the time format of Apache logs. */
export function clfTime(time: number): string {
  const [, day, month, year, clock] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(time).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${clock} +0000`;
}

/** The fields of format 1.0 that say what was asked; REST APIs send header names as they came, HTTP APIs in lower case. */
export function format1Parameters(request: GatewayRequest, headerCase: "kept" | "lower") {
  const given = headerValues(request);
  const headers =
    headerCase === "kept" ? given : new Map([...given].map(([name, values]) => [name.toLowerCase(), values] as const));
  const query = queryValues(request);
  return {
    headers: lastOf(headers),
    multiValueHeaders: listed(headers),
    queryStringParameters: orNull(lastOf(query)),
    multiValueQueryStringParameters: orNull(listed(query)),
    pathParameters: orNull(request.pathParameters),
    stageVariables: orNull(request.stage.variables),
  };
}
