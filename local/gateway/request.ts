import type { Stage } from "./model";

/** One request after routing, as both kinds of API see it. */
export interface GatewayRequest {
  /** Upper case. */
  readonly method: string;
  /** Without the stage; percent-encoded as it came; starts with a slash. */
  readonly path: string;
  /** As it was called: with the stage where there is one. */
  readonly fullPath: string;
  /** Without the question mark. */
  readonly query: string;
  /** In the order and the case in which they came. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly requestId: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly stage: Stage;
  readonly pathParameters: Readonly<Record<string, string>>;
  /** The `$context` variables that identity sources and templates may name. */
  readonly context: Readonly<Record<string, string>>;
}

/** Values of each header under the name of its first occurrence. */
export function headerValues(request: Pick<GatewayRequest, "headers">): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string>();
  const values = new Map<string, string[]>();
  for (const [name, value] of request.headers) {
    const known = names.get(name.toLowerCase()) ?? name;
    names.set(name.toLowerCase(), known);
    values.set(known, [...(values.get(known) ?? []), value]);
  }
  return values;
}

/** The first value of a header, whatever its case. */
export const firstHeader = (request: Pick<GatewayRequest, "headers">, name: string): string | undefined =>
  request.headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

/** Decoded values of each query parameter. */
export function queryValues(request: Pick<GatewayRequest, "query">): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(request.query)) {
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return values;
}

export const firstQuery = (request: Pick<GatewayRequest, "query">, name: string): string | undefined =>
  new URLSearchParams(request.query).get(name) ?? undefined;

/** Decodes percent-encoding; text that is not validly encoded stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
