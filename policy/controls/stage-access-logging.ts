import type { Control } from "../control";
import { httpStages, restStages } from "../model/edge-types";
import { unshown } from "../model/shown";
import { read } from "../reading";

export const stageAccessLogging: Control = {
  id: "stage-access-logging",
  title: "Every stage writes an access log.",
  severity: "medium",
  level: "mandatory",
  types: [...restStages, ...httpStages],
  why: "Nobody could tell afterwards who called what, and whether a stolen token was used.",
  fix: "Set destinationArn and format in the stage's access log settings.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  elsewhere: {
    checkov: "CKV_AWS_76",
    "cdk-nag": "AwsSolutions-APIG1",
    kics: "api_gateway_access_logging_disabled",
    trivy: "AWS-0001",
    "security-hub": "APIGateway.9",
  },
  checkResource: ({ properties }) => {
    // aws has one name for both kinds of stage, CloudFormation another for REST.
    const name = read(properties, "accessLogSetting").state === "absent" ? "accessLogSettings" : "accessLogSetting";
    const missing = ["destinationArn", "format"].filter((key) => read(properties, name, key).state === "absent");
    return missing.length === 0
      ? []
      : [`Calls of this stage leave no trace: its access log has no ${missing.join(" and no ")}.`];
  },
  checkStack: (stack) => unshown(stack, [...restStages, ...httpStages], ["accessLogSettings", "accessLogSetting"]),
};
