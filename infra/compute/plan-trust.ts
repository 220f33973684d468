import type { Authorizer, JudgingAuthorizer } from "../catalogue/define/authorizer";

/** What the function behind `lambda` authorizers is for. */
export interface TrustPlan {
  /** The authorizers that ask it, by name: it decides about their routes, and no others. */
  readonly authorizers: readonly string[];
  /** The app clients whose tokens it takes, by name. All its authorizers say the same, or the catalogue is at fault. */
  readonly audiences: readonly string[];
}

export function planTrust(
  functionName: string,
  authorizers: Readonly<Record<string, Authorizer>>,
  clients: readonly string[],
): TrustPlan {
  const own = Object.entries(authorizers).flatMap(([name, authorizer]): [string, JudgingAuthorizer][] =>
    authorizer.kind === "lambda" && authorizer.function === functionName ? [[name, authorizer]] : [],
  );
  return { authorizers: own.map(([name]) => name), audiences: own[0]?.[1].audiences ?? clients };
}
