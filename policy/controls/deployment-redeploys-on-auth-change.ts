import type { Control } from "../control";
import { type Api, modelOf } from "../model/model";
import { isRecord } from "../model/openapi/document";
import { readOf } from "../model/property";
import { families } from "../resource-types";

export const deploymentRedeploysOnAuthChange: Control = {
  id: "deployment-redeploys-on-auth-change",
  title: "A REST API is deployed anew when its methods or authorizers change.",
  severity: "high",
  level: "mandatory",
  types: ["aws:apigateway/deployment:Deployment", ...families.restStage],
  why: "A Deployment is a snapshot: without triggers an authorizer that is added stays out of what callers reach.",
  fix: "Declare the Deployment in this stack with triggers, a hash over methods, integrations and authorizers, and let the Stage use it.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html",
  checkResource: (resource) => {
    if (resource.type !== "aws:apigateway/deployment:Deployment") return [];
    const triggers = readOf(resource, "triggers");
    const any =
      triggers.state === "unknown" ||
      (triggers.state === "known" && isRecord(triggers.value) && Object.keys(triggers.value).length > 0);
    return any
      ? []
      : ["Callers keep reaching the API as it was, open methods included: this Deployment has no triggers."];
  },
  checkStack: (stack) =>
    modelOf(stack)
      .apis.filter(isDeployedElsewhere)
      .flatMap(({ stages }) =>
        stages
          .filter((stage) => readOf(stage, "deployment").state === "known")
          .map(({ urn }) => ({
            message:
              "Callers keep reaching the API as it was: its methods are in this stack, the Deployment of this Stage is not.",
            urn,
          })),
      ),
};

function isDeployedElsewhere({ service, routes, deployments }: Api): boolean {
  return service === "rest" && deployments.length === 0 && routes.some(({ declaredBy }) => declaredBy === "method");
}
