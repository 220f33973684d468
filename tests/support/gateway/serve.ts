import type { Gateway, GatewayOptions, RequestRecord } from "../../../local/gateway/contract";
import { startGateway } from "../../../local/gateway/server";
import type { Issuer } from "./issuer";
import type { Stack } from "./stack";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape.
  readonly json: any;
}

export interface TestGateway {
  readonly gateway: Gateway;
  readonly records: RequestRecord[];
  readonly lines: string[];
  /** Moves the gateway's clock. */
  advance(seconds: number): void;
  readonly now: () => number;
  /** @param route - Such as `GET /orders?x=1`. */
  call(api: string, route: string, init?: RequestInit): Promise<Reply>;
}

/** Serves a stack on free ports with a clock that stands still until a test moves it. */
export async function serve(stack: Stack, issuer?: Issuer, more: Partial<GatewayOptions> = {}): Promise<TestGateway> {
  let offset = 0;
  const start = Date.now();
  const now = () => start + offset;
  const records: RequestRecord[] = [];
  const lines: string[] = [];
  const gateway = await startGateway({
    state: stack.state(),
    keys: (name) => (name === issuer?.issuer ? issuer.jwks : undefined),
    now,
    onRequest: (record) => records.push(record),
    onLog: ({ functionName, line }) => lines.push(`${functionName}: ${line}`),
    ...more,
  });
  return {
    gateway,
    records,
    lines,
    now,
    advance: (seconds) => {
      offset += seconds * 1000;
    },
    async call(api, route, init) {
      const served = gateway.apis.find(({ name }) => name === api);
      const [method, path] = route.split(" ");
      const response = await fetch(`${served?.url}${path}`, { method, ...init });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, json: parse(text) };
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const authorization = (value: string): RequestInit => ({ headers: { authorization: value } });
