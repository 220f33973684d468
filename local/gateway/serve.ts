import type { Answer } from "./answer";
import type { AuthorizerRecord } from "./authorization";
import type { Stage } from "./model";
import type { GatewayRequest } from "./request";

/** A request as it arrives, before a stage and a route are known. */
export type RawRequest = Pick<
  GatewayRequest,
  "method" | "query" | "headers" | "body" | "sourceIp" | "requestId" | "time" | "fullPath"
>;

/** An answer, and what is worth remembering about how it came to be. */
export interface Served {
  readonly answer: Answer;
  /** Such as `GET /orders/{id}`; absent when no route matched. */
  readonly route?: string;
  readonly authorizer?: AuthorizerRecord;
}

/** Largest body that API Gateway takes: 10 MB. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
export const maxBodyBytes = 10 * 1024 * 1024;

/** The stage that a path names, and the rest of the path. `$default` is no part of any path. */
export function splitStage(
  fullPath: string,
  stages: readonly Stage[],
): { readonly stage: Stage; readonly path: string } | undefined {
  const [, first = "", rest = ""] = /^\/([^/]*)(\/.*)?$/.exec(fullPath) ?? [];
  const named = stages.find(({ name }) => name === first);
  if (named) return { stage: named, path: rest === "" ? "/" : rest };
  const fallback = stages.find(({ name }) => name === "$default");
  return fallback && { stage: fallback, path: fullPath };
}
