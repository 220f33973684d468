import type { Control } from "../control";
import { isOn, whyNot } from "../model/demand";
import { methodSettings, restStages } from "../model/edge-types";
import { restStagesIn, settingsIn } from "../model/stage-settings";
import { type Properties, read } from "../reading";

export const cacheEncrypted: Control = {
  id: "cache-encrypted",
  title: "Where a REST API caches responses, they are encrypted.",
  severity: "low",
  level: "advisory",
  types: [...methodSettings, ...restStages],
  why: "Responses, with what they say of people, lie in the cache as they are.",
  fix: "Set cacheDataEncrypted to true beside cachingEnabled; for a stage with a cache cluster, for all its methods.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
  elsewhere: {
    checkov: "CKV_AWS_308",
    trivy: "AWS-0002",
    "security-hub": "APIGateway.5",
    "cdk-nag": "APIGWCacheEnabledAndEncrypted",
    mondoo: "api-gw-cache-enabled-and-encrypted",
  },
  checkResource: (resource) =>
    settingsIn(resource).some(({ properties }) => caches(properties) && !encrypts(properties))
      ? ["Cached responses of these methods are not encrypted: cacheDataEncrypted is not true."]
      : [],
  // With a cache cluster, GET methods are cached unless a setting says otherwise.
  checkStack: (stack) =>
    restStagesIn(stack)
      .filter(({ stage }) => isOn(read(stage.properties, "cacheClusterEnabled")))
      .filter(({ settings }) => !settings.some(({ isForAll, properties }) => isForAll && isSettled(properties)))
      .map(({ stage }) => ({
        message: "Cached responses of this stage are not encrypted: no method settings for all its methods say so.",
        urn: stage.urn,
      })),
};

/** The resource check judges settings that turn the cache on themselves. */
function isSettled(setting: Properties): boolean {
  return encrypts(setting) || read(setting, "cachingEnabled").state === "known";
}

/** Unknown counts as on. */
function caches(setting: Properties): boolean {
  return whyNot("cachingEnabled", read(setting, "cachingEnabled"), [false], false) !== undefined;
}

function encrypts(setting: Properties): boolean {
  return isOn(read(setting, "cacheDataEncrypted"));
}
