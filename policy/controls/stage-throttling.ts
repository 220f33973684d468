import type { Control } from "../control";
import { readNumber } from "../model/demand";
import { httpStages, restStages } from "../model/edge-types";
import { restStagesIn } from "../model/stage-settings";
import { type Properties, type Reading, read } from "../reading";

export const stageThrottling: Control = {
  id: "stage-throttling",
  title: "Every stage limits the rate of its requests.",
  severity: "low",
  level: "advisory",
  types: [...restStages, ...httpStages],
  why: "One caller can use up what the account may do in its region, for every other API too, and the bill has no limit.",
  fix: 'Set throttlingRateLimit and throttlingBurstLimit: for REST in a MethodSettings with methodPath "*/*", otherwise in defaultRouteSettings.',
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html",
  elsewhere: { "cdk-nag": "Serverless-APIGWDefaultThrottling" },
  checkResource: ({ type, properties }) => {
    if (!httpStages.includes(type)) return [];
    const missing = unlimited((name) => read(properties, "defaultRouteSettings", name));
    return missing.length === 0
      ? []
      : [
          `Callers of this stage share the account's limits only: defaultRouteSettings has no ${missing.join(" and no ")}.`,
        ];
  },
  checkStack: (stack) =>
    restStagesIn(stack)
      .filter(({ settings }) => !settings.some(({ isForAll, properties }) => isForAll && isLimited(properties)))
      .map(({ stage }) => ({
        message:
          "Callers of this stage share the account's limits only: no method settings for all its methods limit rate and burst.",
        urn: stage.urn,
      })),
};

function isLimited(setting: Properties): boolean {
  return unlimited((name) => read(setting, name)).length === 0;
}

/** The limits that are missing. AWS writes -1 for none, and an unknown number may be that. */
function unlimited(limit: (name: string) => Reading): readonly string[] {
  return ["throttlingRateLimit", "throttlingBurstLimit"].filter((name) => {
    const value = readNumber(limit(name));
    return value === undefined || value < 0;
  });
}
