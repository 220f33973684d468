import type { Authorizer } from "../catalogue/define/authorizer";
import { type Seconds, seconds } from "../catalogue/define/duration";
import type { Settings } from "../config/schema";
import { planHttpAuthorizer } from "./plan-http-authorizer";
import { planRestAuthorizer } from "./plan-rest-authorizer";

/** One declared authorizer, projected onto both APIs. */
export interface AuthorizerPlan {
  readonly kind: Authorizer<string>["kind"];
  /** The function behind a `lambda` authorizer. */
  readonly function?: string;
  readonly cacheTtl: Seconds;
  readonly rest: ReturnType<typeof planRestAuthorizer>;
  readonly http: ReturnType<typeof planHttpAuthorizer>;
  /** What the two APIs cannot do alike, in words for whoever operates them. */
  readonly differences: readonly string[];
}

export type AuthorizerPlans = Readonly<Record<string, AuthorizerPlan>>;

/** Every authorizer of the catalogue, with the TTL of its environment. */
export const planAuthorizers = (
  authorizers: Readonly<Record<string, Authorizer<string>>>,
  overrides: Settings["authorizers"],
): AuthorizerPlans =>
  Object.fromEntries(
    Object.entries(authorizers).map(([name, authorizer]) => {
      const override = overrides[name]?.cacheTtlSeconds;
      return [name, planAuthorizer(authorizer, override === undefined ? authorizer.cacheTtl : seconds(override))];
    }),
  );

const planAuthorizer = (authorizer: Authorizer<string>, cacheTtl: Seconds): AuthorizerPlan => ({
  kind: authorizer.kind,
  ...(authorizer.kind === "lambda" && { function: authorizer.function }),
  cacheTtl,
  rest: planRestAuthorizer(authorizer, cacheTtl),
  http: planHttpAuthorizer(authorizer, cacheTtl),
  differences: differences[authorizer.kind],
});

const differences: Readonly<Record<Authorizer<string>["kind"], readonly string[]>> = {
  cognito: [
    "The HTTP API caches no answers: the TTL is the REST API's alone.",
    "The REST API takes tokens of every app client of the pool; the HTTP API takes those of the listed audiences.",
    "A route without scopes takes ID tokens alone on the REST API, ID and access tokens on the HTTP API.",
  ],
  lambda: [
    "A bad token is 401 on the REST API and 403 on the HTTP API, whose simple answers know only yes and no.",
    "The REST API caches one policy a token; the HTTP API one answer a token and route.",
  ],
};
