import type { Gateway, RequestRecord, ServedApi } from "../gateway/contract";

/** An answer, and what the gateway says of how it came about. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  readonly record: RequestRecord;
}

export interface Call {
  /** Goes into the Authorization header as it is. */
  readonly authorization?: string;
  readonly body?: unknown;
  readonly origin?: string;
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

  async call(method: string, path: string, { authorization, body, origin }: Call = {}): Promise<Answer> {
    const response = await fetch(`${this.api.url}${path}`, {
      method,
      headers: {
        ...(authorization !== undefined && { authorization }),
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
      body: text.startsWith("{") ? JSON.parse(text) : {},
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
