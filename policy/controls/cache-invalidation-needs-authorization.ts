import type { Control } from "../control";
import { type Properties, read } from "../reading";
import { families } from "../resource-types";

export const cacheInvalidationNeedsAuthorization: Control = {
  id: "cache-invalidation-needs-authorization",
  title: "Only callers that are allowed to may invalidate a REST API's cache.",
  severity: "medium",
  level: "mandatory",
  types: families.restMethodSettings,
  why: "Otherwise any caller can empty the cache with one header, and put the whole load on the back end.",
  fix: "Set settings.requireAuthorizationForCacheControl to true, or leave it out.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
  checkResource: ({ properties }) => {
    const required = read(properties, "settings", "requireAuthorizationForCacheControl");
    if (required.state === "absent" || (required.state === "known" && required.value === true)) return [];
    const reason = required.state === "unknown" ? "is not known before the deployment" : "is not true";
    return [`Any caller of this stage can invalidate its cache: requireAuthorizationForCacheControl ${reason}.`];
  },
  remediate: ({ properties }) => {
    const required = read(properties, "settings", "requireAuthorizationForCacheControl");
    if (required.state !== "known" || required.value === true) return undefined;
    return { settings: { ...(properties.settings as Properties), requireAuthorizationForCacheControl: true } };
  },
};
