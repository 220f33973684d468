import type { Invocation } from "../lambda/runtime";
import type { RequestRecord } from "./contract";
import type { FunctionReference } from "./model";
import type { Keys } from "./token";

/** What an authorizer needs from the world. */
export interface AuthorizerContext {
  readonly keys: Keys;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /**
   * Calls a Lambda function as API Gateway, on behalf of `sourceArn`.
   * @param timeoutMs - How long API Gateway waits.
   */
  readonly invoke: Call;
}

export type Call = (
  reference: FunctionReference,
  event: unknown,
  options: { readonly sourceArn: string; readonly timeoutMs: number },
) => Promise<CallResult>;

/** `forbidden`: the function does not exist, or no permission lets API Gateway call it. */
export type CallResult = Invocation | { readonly kind: "forbidden"; readonly reason: string };

/** Who answered for a request; part of its record. */
export type AuthorizerRecord = NonNullable<RequestRecord["authorizer"]>;

/** Values that a function finds under `requestContext.authorizer`. */
export type AuthorizerValues = Readonly<Record<string, unknown>>;

/** An authorizer lets a request pass, or refuses it in the words of its kind of API. */
export type Authorization<Refusal> =
  | { readonly kind: "allowed"; readonly values?: AuthorizerValues; readonly record?: AuthorizerRecord }
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly record?: AuthorizerRecord };

export const authorizerArn = (executionArn: string, id: string): string => `${executionArn}/authorizers/${id}`;
