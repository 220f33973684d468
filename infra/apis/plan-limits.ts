import type { AuthorizerPlans } from "../authorizers/plan-authorizers";
import type { Catalogue } from "../catalogue";
import type { QueueDeclaration } from "../catalogue/define/queue";
import type { Settings } from "../config/schema";
import { planHttpApi } from "./plan-http-api";
import { planRestApi } from "./plan-rest-api";
import { type Quota, quotas } from "./quotas";

/** How much of one of AWS's limits the plans take. */
export interface Count {
  /** In words, such as `the REST API's resources`. */
  readonly what: string;
  readonly count: number;
  readonly quota: Quota;
}

export interface LimitsArgs {
  readonly catalogue: Pick<Catalogue, "clients" | "queues" | "routes">;
  readonly settings: Pick<Settings, "api" | "edge" | "upstreams">;
  readonly authorizers: AuthorizerPlans;
}

/** Everything that the plans of both APIs hold and that AWS counts. */
export function planLimits({ catalogue, settings, authorizers }: LimitsArgs): readonly Count[] {
  const rest = planRestApi(catalogue.routes, authorizers, settings);
  const http = planHttpApi(catalogue.routes, authorizers, settings);
  const partners = Object.keys(settings.edge.partners).length;
  const stageVariables = Object.keys(settings.api.stageVariables).length;
  const clients = Object.keys(catalogue.clients).length;
  const queues: [string, QueueDeclaration][] = Object.entries(catalogue.queues);
  return [
    // The root is a resource, too.
    { what: "the REST API's resources", count: rest.paths.length + 1, quota: quotas.rest.resources },
    { what: "the REST API's authorizers", count: rest.authorizers.length, quota: quotas.rest.authorizers },
    { what: "the REST API's stage variables", count: stageVariables, quota: quotas.rest.stageVariables },
    { what: "the REST API's usage plans", count: partners, quota: quotas.rest.usagePlans },
    { what: "the REST API's keys", count: partners, quota: quotas.rest.apiKeys },
    { what: "the HTTP API's routes", count: http.routes.length, quota: quotas.http.routes },
    { what: "the HTTP API's integrations", count: http.integrations.length, quota: quotas.http.integrations },
    { what: "the HTTP API's authorizers", count: http.authorizers.length, quota: quotas.http.authorizers },
    { what: "the HTTP API's stage variables", count: stageVariables, quota: quotas.http.stageVariables },
    ...http.authorizers.flatMap((name) => {
      const plan = authorizers[name]!;
      if (plan.kind !== "cognito") return [];
      const count = plan.audiences?.length ?? clients;
      return [{ what: `the audiences of ${name} on the HTTP API`, count, quota: quotas.http.audiencesOfAuthorizer }];
    }),
    ...http.routes.map(({ routeKey, authorization }) => ({
      what: `the scopes of ${routeKey} on the HTTP API`,
      count: authorization.scopes?.length ?? 0,
      quota: quotas.http.scopesOfRoute,
    })),
    ...queues.flatMap(([name, { visibilityTimeout = 0, attempts = 0 }]) => [
      {
        what: `visibilityTimeout of the queue ${name}`,
        count: visibilityTimeout,
        quota: quotas.queue.visibilityTimeout,
      },
      { what: `attempts of the queue ${name}`, count: attempts, quota: quotas.queue.attempts },
    ]),
  ];
}

/** Part of a limit from which on somebody should know. */
const near = 0.8;

/** Sentences about what is over a limit, and about what comes near one. */
export const judgeLimits = (counts: readonly Count[]) => ({
  faults: counts
    .filter(({ count, quota }) => count > quota.limit)
    .map(
      ({ what, count, quota }) => `${what}: ${show(count)}, and AWS takes ${show(quota.limit)} at most; ${way(quota)}`,
    ),
  warnings: counts
    .filter(({ count, quota }) => count <= quota.limit && count >= near * quota.limit)
    .map(
      ({ what, count, quota }) => `${what}: ${show(count)} of the ${show(quota.limit)} that AWS takes; ${way(quota)}`,
    ),
});

const show = (count: number) => count.toLocaleString("en-US");
const way = ({ canBeRaised, source }: Quota) =>
  `${canBeRaised ? "AWS raises it on request" : "it cannot be raised"}, see ${source}`;
