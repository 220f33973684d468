import type { ServiceCall } from "../lambda/service-caller";
import type { RequestRecord } from "./contract";
import type { Keys } from "./token";

/** What an authorizer needs from the world. */
export interface AuthorizerContext {
  readonly keys: Keys;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Calls a Lambda function as API Gateway. */
  readonly invoke: ServiceCall;
}

/** Who answered for a request; part of its record. */
export type AuthorizerRecord = NonNullable<RequestRecord["authorizer"]>;

/** Values that a function finds under `requestContext.authorizer`. */
export type AuthorizerValues = Readonly<Record<string, unknown>>;

/** An authorizer lets a request pass, or refuses it in the words of its kind of API. */
export type Authorization<Refusal> =
  | { readonly kind: "allowed"; readonly values?: AuthorizerValues; readonly record?: AuthorizerRecord }
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly record?: AuthorizerRecord };

export const authorizerArn = (executionArn: string, id: string): string => `${executionArn}/authorizers/${id}`;
