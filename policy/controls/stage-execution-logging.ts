import type { Control, StackFinding } from "../control";
import { whyNot } from "../model/demand";
import { httpStages, methodSettings, restStages } from "../model/edge-types";
import { ofTypes } from "../model/shown";
import { isWebSocketStage, restStagesIn, settingsIn } from "../model/stage-settings";
import { type Properties, type Reading, read } from "../reading";
import type { Stack } from "../resource";

export const stageExecutionLogging: Control = {
  id: "stage-execution-logging",
  title: "Every stage of a REST or WebSocket API logs the errors of its execution.",
  severity: "low",
  level: "advisory",
  types: [...restStages, ...httpStages, ...methodSettings],
  why: "A failing authorizer or integration leaves no trace of its cause: access logs have the outcome only.",
  fix: 'Set loggingLevel to ERROR: for REST in a MethodSettings with methodPath "*/*", for WebSocket in defaultRouteSettings.',
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  elsewhere: {
    checkov: "CKV2_AWS_4",
    "cdk-nag": "AwsSolutions-APIG6",
    "security-hub": "APIGateway.1",
    mondoo: "api-gw-execution-logging-enabled",
  },
  // HTTP APIs have no execution log. What a stage lacks, only the whole stack shows.
  checkResource: (resource) =>
    settingsIn(resource).some(({ properties }) => isOff(read(properties, "loggingLevel")))
      ? ["Errors behind these methods leave no trace: loggingLevel is OFF."]
      : [],
  checkStack: (stack) => [...silentRestStages(stack), ...silentWebSocketStages(stack)],
};

function silentRestStages(stack: Stack): readonly StackFinding[] {
  return restStagesIn(stack)
    .filter(({ settings }) => !settings.some(({ isForAll, properties }) => isForAll && logsOrIsReported(properties)))
    .map(({ stage }) => ({
      message: "Errors behind this stage leave no trace: no method settings for all its methods set loggingLevel.",
      urn: stage.urn,
    }));
}

/** The resource check has reported what is OFF. */
function logsOrIsReported(setting: Properties): boolean {
  const level = read(setting, "loggingLevel");
  return isOff(level) || whyNot("loggingLevel", level, ["ERROR", "INFO"], "OFF") === undefined;
}

function silentWebSocketStages(stack: Stack): readonly StackFinding[] {
  return ofTypes(stack, httpStages)
    .filter((stage) => isWebSocketStage(stack, stage))
    .flatMap(({ urn, properties }) => {
      const level = read(properties, "defaultRouteSettings", "loggingLevel");
      const reason = whyNot("defaultRouteSettings.loggingLevel", level, ["ERROR", "INFO"], "OFF");
      return reason === undefined ? [] : [{ message: `Errors behind this stage leave no trace: ${reason}.`, urn }];
    });
}

function isOff(level: Reading): boolean {
  return level.state === "known" && level.value === "OFF";
}
