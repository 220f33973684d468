import type { Control } from "../control";
import { read } from "../reading";
import { families } from "../resource-types";

export const httpQuickCreateOpenDefaultRoute: Control = {
  id: "http-quick-create-open-default-route",
  title: "No HTTP API is made by quick create.",
  severity: "critical",
  level: "mandatory",
  types: families.httpApi,
  why: "Quick create makes a route without an authorizer, and a stage that publishes it, which no resource of the program shows.",
  fix: "Leave target out and declare Integration, Route and Stage as resources of their own.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop.html",
  checkResource: ({ properties }) =>
    read(properties, "target").state === "absent"
      ? []
      : ["Anyone can call what target names without credentials: AWS makes an open route to it."],
};
