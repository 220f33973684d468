import type { Authorizer, JudgingAuthorizer } from "../catalogue/define/authorizer";
import { type Seconds, seconds } from "../catalogue/define/duration";
import type { Settings } from "../config/schema";
import { differencesOf } from "./differences";
import { type HttpAuthorizerPlan, planHttpAuthorizer } from "./plan-http-authorizer";
import { planRestAuthorizer, type RestAuthorizerPlan } from "./plan-rest-authorizer";

/** One declared authorizer that is a resource of each API it stands on, projected onto both. */
export interface JudgingPlan {
  readonly kind: JudgingAuthorizer["kind"];
  /** The function behind a `lambda` authorizer. */
  readonly function?: string;
  readonly cacheTtl: Seconds;
  /** App clients whose tokens count, by name. Absent: all of the catalogue. */
  readonly audiences?: readonly string[];
  readonly rest: RestAuthorizerPlan;
  readonly http: HttpAuthorizerPlan;
  /** What the two APIs cannot do alike, in words for whoever operates them. */
  readonly differences: readonly string[];
}

/** IAM authorization: a word on each route, and no resource. */
export interface IamPlan {
  readonly kind: "iam";
  readonly differences: readonly string[];
}

export type AuthorizerPlan = JudgingPlan | IamPlan;
export type AuthorizerPlans = Readonly<Record<string, AuthorizerPlan>>;

/** Every authorizer of the catalogue, with the TTL of its environment. */
export const planAuthorizers = (
  authorizers: Readonly<Record<string, Authorizer>>,
  overrides: Settings["authorizers"],
): AuthorizerPlans =>
  Object.fromEntries(
    Object.entries(authorizers).map(([name, authorizer]) => [
      name,
      authorizer.kind === "iam"
        ? { kind: "iam", differences: differencesOf(authorizer) }
        : planJudging(authorizer, overrides[name]?.cacheTtlSeconds),
    ]),
  );

function planJudging(authorizer: JudgingAuthorizer, override: number | undefined): JudgingPlan {
  const cacheTtl = override === undefined ? authorizer.cacheTtl : seconds(override);
  return {
    kind: authorizer.kind,
    ...(authorizer.kind === "lambda" && { function: authorizer.function }),
    cacheTtl,
    ...(authorizer.audiences && { audiences: authorizer.audiences }),
    rest: planRestAuthorizer(authorizer, cacheTtl),
    http: planHttpAuthorizer(authorizer, cacheTtl),
    differences: differencesOf(authorizer),
  };
}

/** The plan of an authorizer that is a resource. @throws {Error} when there is none of that name */
export function judgingPlan(plans: AuthorizerPlans, name: string): JudgingPlan {
  const plan = plans[name];
  if (plan && plan.kind !== "iam") return plan;
  throw new Error(
    `The authorizer ${name} is ${plan ? "iam, which is a word on each route and no resource" : "not in the catalogue"}; no authorizer can be made of it.`,
  );
}
