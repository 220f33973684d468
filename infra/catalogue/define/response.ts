import type { JsonSchema } from "./request";

/**
 * What a route answers when all is well, and what its own function refuses. API documents say it to other teams; nothing checks it on
 * the way out, so a test holds the functions to it. What authorizers, validation and API Gateway refuse needs no words here.
 */
export interface ResponseSchema {
  readonly status: 200 | 201 | 202;
  /** What the answer is, as a sentence. */
  readonly description: string;
  /** Content type. Default: `application/json`. */
  readonly type?: string;
  readonly body: JsonSchema;
  /** When the function refuses a request that is in order, by status. Default: never. */
  readonly problems?: { readonly [status in OwnProblem]?: string };
}

/** Statuses that nothing but a function gives. */
export type OwnProblem = 404 | 409 | 410 | 422;
