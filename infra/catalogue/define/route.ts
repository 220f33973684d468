import type { RequestSchema } from "./request";
import type { ResponseSchema } from "./response";

export type ApiKind = "rest" | "http";

/** No `ANY`: it would swallow CORS preflights. No `OPTIONS`: the platform answers those itself. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What the platform answers, on one API or on both. */
export type Route<
  Handler extends string = string,
  Authorizer extends string = string,
  Scope extends string = string,
  Queue extends string = string,
  Upstream extends string = string,
> = {
  readonly apis: readonly [ApiKind, ...ApiKind[]];
  readonly method: Method;
  /** Such as `/orders/{id}`. */
  readonly path: `/${string}`;
  /** What it does, in a few words, for API documents. Default: what its target does. */
  readonly summary?: string;
  /** What a request must look like. Default: anything. */
  readonly request?: RequestSchema;
  /** What it answers, for API documents. Default: nothing is promised. A queue's answer is API Gateway's own. */
  readonly response?: ResponseSchema;
  /**
   * Whether callers must also send a partner's API key, which meters them and proves nothing. REST APIs only: HTTP APIs know no keys.
   * Default: false.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
   */
  readonly metered?: boolean;
} & Target<Handler, Queue, Upstream> &
  Access<Authorizer, Scope>;

/** Who answers: a function of the platform, a queue that takes the body as a message, or another team's service. */
export type Target<Handler extends string = string, Queue extends string = string, Upstream extends string = string> =
  | {
      readonly handler: Handler;
      /**
       * Whether the answer is sent while it is made, which can be larger and longer. REST APIs only. Default: false.
       * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
       */
      readonly streaming?: boolean;
      readonly queue?: never;
      readonly upstream?: never;
    }
  | {
      readonly queue: Queue;
      readonly handler?: never;
      readonly upstream?: never;
      readonly streaming?: never;
      readonly response?: never;
    }
  | {
      /**
       * The request goes to the same path there: from a REST API without the caller's token, from an HTTP API with it, since AWS reserves
       * that header there.
       * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
       */
      readonly upstream: Upstream;
      readonly handler?: never;
      readonly queue?: never;
      readonly streaming?: never;
    };

/** A route is guarded, or says in writing why it is not. */
export type Access<Authorizer extends string, Scope extends string> =
  | {
      readonly authorizer: Authorizer;
      /**
       * The caller's access token must carry one of them. Without scopes, a REST route under a `cognito` authorizer takes
       * ID tokens only, an HTTP route takes both kinds, and a `lambda` authorizer takes access tokens of any scope.
       * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
       */
      readonly scopes?: readonly [Scope, ...Scope[]];
      readonly public?: never;
    }
  | {
      /** Why anybody may call it. */
      readonly public: string;
      readonly authorizer?: never;
      readonly scopes?: never;
    };

/** Binds routes to the targets, authorizers and scopes that exist. */
export const routesFor =
  <
    Handler extends string,
    Authorizer extends string,
    Scope extends string,
    Queue extends string,
    Upstream extends string,
  >() =>
  (
    routes: readonly Route<Handler, Authorizer, Scope, Queue, Upstream>[],
  ): readonly Route<Handler, Authorizer, Scope, Queue, Upstream>[] =>
    routes;
