import type { Gateway, RequestRecord, ServedApi } from "../gateway/contract";

/** An answer, and what the gateway says of how it came about. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Empty where the answer is no JSON object. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly record: RequestRecord;
}

export interface Call {
  /** Goes into the Authorization header as it is. */
  readonly authorization?: string;
  readonly body?: unknown;
  readonly origin?: string;
  /** Goes into the header `x-api-key`. */
  readonly apiKey?: string;
}

/** Calls one API as a client would, and takes the gateway's records as they come. */
export class Caller {
  #last: RequestRecord | undefined;
  #seen: string[] = [];

  constructor(
    readonly api: ServedApi,
    private readonly gateway: Gateway,
  ) {}

  /** To be told of every request that the gateway answers. */
  record(record: RequestRecord) {
    if (record.api === this.api.name) this.#last = record;
  }

  async call(method: string, path: string, { authorization, body, origin, apiKey }: Call = {}): Promise<Answer> {
    const response = await fetch(`${this.api.url}${path}`, {
      method,
      headers: {
        ...(authorization !== undefined && { authorization }),
        ...(apiKey !== undefined && { "x-api-key": apiKey }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(origin !== undefined && {
          origin,
          ...(method === "OPTIONS" && { "access-control-request-method": "GET" }),
        }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    this.#seen.push(`${method} ${path} ${response.status}`);
    return {
      status: response.status,
      headers: response.headers,
      body: isObject(text) ? JSON.parse(text) : {},
      text,
      record: this.#last!,
    };
  }

  /** What was called since this was last asked, and how it was answered. */
  takeSeen(): readonly string[] {
    return this.#seen.splice(0);
  }

  /** How often a function has run. */
  invocations(functionName: string): number {
    return this.gateway.invocations()[functionName] ?? 0;
  }
}

/** Lines of JSON are none. */
const isObject = (text: string): boolean => text.startsWith("{") && !text.trimEnd().includes("\n");
