import type { Control } from "../control";
import { whyNot } from "../model/demand";
import { httpStages, methodSettings, restStages } from "../model/edge-types";
import { routeSettingsIn, settingsIn } from "../model/stage-settings";
import { read } from "../reading";

export const dataTraceOff: Control = {
  id: "data-trace-off",
  title: "No stage writes whole requests and responses to its log.",
  severity: "medium",
  level: "advisory",
  types: [...methodSettings, ...restStages, ...httpStages],
  why: "Whoever reads the log reads tokens, passwords and personal data.",
  fix: "Leave dataTraceEnabled out, or set it to false.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  elsewhere: { checkov: "CKV_AWS_276" },
  checkResource: (resource) => {
    const settings = [...settingsIn(resource).map(({ properties }) => properties), ...routeSettingsIn(resource)];
    return settings.some((setting) => whyNot("", read(setting, "dataTraceEnabled"), [false], false) !== undefined)
      ? ["Readers of the log see whole requests and responses: dataTraceEnabled is not false."]
      : [];
  },
};
