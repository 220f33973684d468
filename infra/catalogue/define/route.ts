export type ApiKind = "rest" | "http";

/** No `ANY`: it would swallow CORS preflights. No `OPTIONS`: the platform answers those itself. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What the platform answers, on one API or on both. */
export type Route<
  Handler extends string = string,
  Authorizer extends string = string,
  Scope extends string = string,
> = {
  readonly apis: readonly [ApiKind, ...ApiKind[]];
  readonly method: Method;
  /** Such as `/orders/{id}`. */
  readonly path: `/${string}`;
  readonly handler: Handler;
} & Access<Authorizer, Scope>;

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

/** Binds routes to the handlers, authorizers and scopes that exist. */
export const routesFor =
  <Handler extends string, Authorizer extends string, Scope extends string>() =>
  (routes: readonly Route<Handler, Authorizer, Scope>[]): readonly Route<Handler, Authorizer, Scope>[] =>
    routes;
