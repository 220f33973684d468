import { planTarget } from "../apis/plan-target";
import type { AuthorizerPlans } from "../authorizers/plan-authorizers";
import type { ApiKind, Route } from "../catalogue/define/route";
import type { Settings } from "../config/schema";

/** What the platform refuses by itself, and how it fails. */
export type Refusal =
  | "BadRequest"
  | "Unauthorized"
  | "Forbidden"
  | "ContentTooLarge"
  | "UnsupportedMediaType"
  | "TooManyRequests"
  | "ServerError";

/** The key of a refusal among a route's responses. */
export const statusOf: Readonly<Record<Refusal, string>> = {
  BadRequest: "400",
  Unauthorized: "401",
  Forbidden: "403",
  ContentTooLarge: "413",
  UnsupportedMediaType: "415",
  TooManyRequests: "429",
  ServerError: "5XX",
};

/** The refusals that a route can meet, as docs/requests.md and docs/authorizers.md say. */
export function refusalsOf(
  route: Route,
  kind: ApiKind,
  plans: AuthorizerPlans,
  edge: Settings["edge"],
): readonly Refusal[] {
  const target = planTarget(route).kind;
  const can: Readonly<Record<Refusal, boolean>> = {
    BadRequest: kind === "rest" ? isCheckedOnRest(route) : isCheckedByWrapper(route),
    Unauthorized: route.authorizer !== undefined && plans[route.authorizer]!.kind !== "iam",
    Forbidden: isForbidden(route, kind, plans, edge),
    ContentTooLarge: ["POST", "PUT", "PATCH"].includes(route.method),
    UnsupportedMediaType:
      (target === "lambda" && route.request?.body !== undefined) || (target === "queue" && kind === "rest"),
    TooManyRequests: true,
    ServerError: true,
  };
  return (Object.keys(can) as Refusal[]).filter((refusal) => can[refusal]);
}

/** A REST API checks bodies and that required parameters are there, whoever answers; a queue refuses what is no text. */
const isCheckedOnRest = (route: Route) =>
  isCheckedByWrapper(route) ||
  planTarget(route).kind === "queue" ||
  route.request?.body !== undefined ||
  (route.request?.query?.required ?? []).length > 0;

const isCheckedByWrapper = ({ handler, request }: Route) => handler !== undefined && request !== undefined;

/** 403 is what a REST API's user pool authorizer never says, and a JWT authorizer of a missing scope alone. */
function isForbidden(
  { authorizer, scopes, metered }: Route,
  kind: ApiKind,
  plans: AuthorizerPlans,
  edge: Settings["edge"],
) {
  if (kind === "rest" && (metered || edge.firewall !== undefined || edge.callers !== undefined)) return true;
  switch (authorizer === undefined ? undefined : plans[authorizer]!.kind) {
    case "iam":
    case "lambda":
      return true;
    case "cognito":
      return kind === "http" && scopes !== undefined;
    case undefined:
      return false;
  }
}
