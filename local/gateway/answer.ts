import type { Readable } from "node:stream";

/** What goes back to the caller. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** What follows the body, sent as it comes. */
  readonly rest?: Readable;
}

export const json = (status: number, body: unknown, headers: readonly (readonly [string, string])[] = []): Answer => ({
  status,
  headers: [["content-type", "application/json"], ...headers],
  body: Buffer.from(JSON.stringify(body)),
});

/**
 * Answers what AWS can do and this gateway cannot, so that nobody takes it for AWS's answer.
 * Status: 501, which API Gateway itself never gives.
 */
export const notSimulated = (what: string): Answer =>
  json(501, { message: `${what} is not simulated locally; deploy the stack to try it.` });

/** `answer` with each of `headers` in place of any header of the same name. */
export function withHeaders(answer: Answer, headers: readonly (readonly [string, string])[]): Answer {
  const replaced = new Set(headers.map(([name]) => name.toLowerCase()));
  return {
    ...answer,
    headers: [...answer.headers.filter(([name]) => !replaced.has(name.toLowerCase())), ...headers],
  };
}
