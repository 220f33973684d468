import type { ApiKey, RestApi, RestRoute, Throttle, UsagePlan } from "./model";
import { firstHeader, type GatewayRequest } from "./request";
import { type RestRefusal, restRefusals } from "./rest-refusal";

/** A key that may be used, or why it may not. */
export type KeyDecision = { readonly key: ApiKey } | { readonly refusal: RestRefusal };

interface Bucket {
  readonly tokens: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const days = { DAY: 1, WEEK: 7, MONTH: 30 } as const;

/**
 * Lets requests with an API key pass, as long as the key's usage plan has rate and quota left. Both are counted for each key, a quota
 * from the first request on: weeks of seven and months of thirty days, where AWS starts them at calendar days.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 */
export class ApiKeys {
  readonly #buckets = new Map<string, Bucket>();
  readonly #used = new Map<string, { readonly since: number; readonly count: number }>();

  /** @param now - Milliseconds since the epoch. */
  constructor(
    private readonly api: Pick<RestApi, "apiKeys">,
    private readonly now: () => number,
  ) {}

  check(route: Pick<RestRoute, "path" | "method">, request: GatewayRequest): KeyDecision {
    const value = firstHeader(request, "x-api-key");
    const key = value ? this.api.apiKeys.find((one) => one.value === value && one.enabled) : undefined;
    const plan = key?.plans.find(({ stages }) => stages.includes(request.stage.name));
    if (!key || !plan) return { refusal: restRefusals.forbidden };
    const method = `${route.path}/${request.method}`;
    const own = plan.methodThrottles[method];
    if (!this.#hasRate(`${plan.id} ${key.id} ${own ? method : ""}`, own ?? plan.throttle))
      return { refusal: restRefusals.throttled };
    if (!this.#hasQuota(`${plan.id} ${key.id}`, plan.quota)) return { refusal: restRefusals.quotaExceeded };
    return { key };
  }

  /** A token bucket: `burst` tokens, `rate` of them new each second. */
  #hasRate(name: string, throttle: Throttle | undefined): boolean {
    if (throttle === undefined) return true;
    const now = this.now();
    const before = this.#buckets.get(name) ?? { tokens: throttle.burst, at: now };
    const tokens = Math.min(throttle.burst, before.tokens + ((now - before.at) / 1000) * throttle.rate);
    this.#buckets.set(name, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    return tokens >= 1;
  }

  #hasQuota(name: string, quota: UsagePlan["quota"]): boolean {
    if (quota === undefined) return true;
    const now = this.now();
    const before = this.#used.get(name);
    const current = before && now < before.since + days[quota.period] * 86_400_000 ? before : { since: now, count: 0 };
    this.#used.set(name, { ...current, count: current.count + 1 });
    return current.count < quota.limit;
  }
}
