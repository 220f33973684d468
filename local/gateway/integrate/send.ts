import http from "node:http";
import https from "node:https";

/** A request that an API makes. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly timeoutMs: number;
}

/** How it ended; `answered` with the body still to be read. */
export type Sent =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: http.IncomingMessage;
    }
  | { readonly kind: "timedOut" }
  | { readonly kind: "unreachable"; readonly reason: string };

/** Sends a request without following redirects. */
export function send({ method, url, headers, body, timeoutMs }: Outgoing): Promise<Sent> {
  const { request } = url.startsWith("https:") ? https : http;
  return new Promise((resolve) => {
    const sent = request(url, { method, headers: grouped(headers), agent: false });
    const timer = setTimeout(() => {
      resolve({ kind: "timedOut" });
      sent.destroy();
    }, timeoutMs);
    sent.once("response", (response) => {
      clearTimeout(timer);
      resolve({
        kind: "answered",
        status: response.statusCode ?? 502,
        headers: pairs(response.rawHeaders),
        body: response,
      });
    });
    sent.once("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve({ kind: "unreachable", reason: error.code ?? error.message });
    });
    sent.end(body);
  });
}

/** The whole body, or undefined where it breaks off or takes longer than `timeoutMs`. */
export async function readWhole(body: http.IncomingMessage, timeoutMs: number): Promise<Buffer | undefined> {
  const timer = setTimeout(() => body.destroy(), timeoutMs);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of body as AsyncIterable<Buffer>) chunks.push(chunk);
    return body.complete ? Buffer.concat(chunks) : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

function grouped(headers: Outgoing["headers"]): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of headers) {
    const known = Object.keys(values).find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
    const before = values[known];
    values[known] = before === undefined ? value : [before, value].flat();
  }
  return values;
}

const pairs = (raw: readonly string[]): (readonly [string, string])[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""] as const] : []));
