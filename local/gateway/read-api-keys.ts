import type { ResourceState } from "../engine/model";
import type { ApiKey, Throttle, UsagePlan } from "./model";
import { type Declared, declared, type Properties } from "./resource";

/** The API keys that some usage plan connects with a stage of the API. */
export function readApiKeys(resources: readonly ResourceState[], apiId: string): readonly ApiKey[] {
  const plans = new Map(
    declared(resources, "aws:apigateway/usagePlan:UsagePlan").map((plan) => [plan.id, readPlan(plan, apiId)]),
  );
  const memberships = declared(resources, "aws:apigateway/usagePlanKey:UsagePlanKey").map(({ properties }) => ({
    key: properties.string("keyId"),
    plan: plans.get(properties.string("usagePlanId") ?? ""),
  }));
  return declared(resources, "aws:apigateway/apiKey:ApiKey").map(({ id, properties }) => ({
    id,
    value: properties.string("value") ?? "",
    enabled: properties.raw("enabled") !== false,
    plans: memberships.flatMap(({ key, plan }) => (key === id && plan && plan.stages.length > 0 ? [plan] : [])),
  }));
}

function readPlan({ id, properties }: Declared, apiId: string): UsagePlan {
  const stages = properties.list("apiStages").filter((stage) => stage.string("apiId") === apiId);
  const quota = properties.nested("quotaSettings");
  const period = quota?.string("period");
  return {
    id,
    stages: stages.flatMap((stage) => stage.string("stage") ?? []),
    throttle: readThrottle(properties.nested("throttleSettings")),
    methodThrottles: Object.fromEntries(
      stages
        .flatMap((stage) => stage.list("throttles"))
        .flatMap((method) => {
          const throttle = readThrottle(method);
          return throttle ? [[method.string("path") ?? "", throttle] as const] : [];
        }),
    ),
    ...(quota && {
      quota: {
        limit: quota.number("limit") ?? 0,
        period: period === "WEEK" || period === "MONTH" ? period : "DAY",
      },
    }),
  };
}

function readThrottle(settings: Properties | undefined): Throttle | undefined {
  const rate = settings?.number("rateLimit");
  const burst = settings?.number("burstLimit");
  return rate === undefined && burst === undefined
    ? undefined
    : { rate: rate ?? Number.POSITIVE_INFINITY, burst: burst ?? Number.POSITIVE_INFINITY };
}
