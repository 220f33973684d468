import type { Control, StackFinding } from "../control";
import { BackEnds } from "../model/back-ends";
import { modelOf, type Route } from "../model/model";
import { readOf } from "../model/property";
import { families } from "../resource-types";

export const optionsExemptOnlyIfMock: Control = {
  id: "options-exempt-only-if-mock",
  title: "An OPTIONS method that anyone may call answers by itself, not from a back end.",
  severity: "high",
  level: "mandatory",
  types: [...families.restMethod, ...families.restApi, ...families.httpRoute, ...families.httpApi],
  why: "OPTIONS is exempt from authorization for the sake of preflights. A back end behind it can be called by anyone.",
  fix: "Give a REST method the integration type MOCK; on an HTTP API remove the OPTIONS route and set corsConfiguration.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html",
  checkStack: (stack) => {
    const model = modelOf(stack);
    const open = model.routes.filter(({ verb, opening }) => verb === "OPTIONS" && opening !== undefined);
    if (open.length === 0) return [];
    const backEnds = new BackEnds(model, "OPTIONS");
    return open.flatMap((route): readonly StackFinding[] => {
      const reason = whyServed(route, backEnds);
      if (reason === undefined) return [];
      return [{ message: `Anyone can call the back end of ${within(route)}: ${reason}.`, urn: route.resource.urn }];
    });
  },
};

/** Why an open OPTIONS reaches a back end; undefined where it does not. */
function whyServed(route: Route, backEnds: BackEnds): string | undefined {
  switch (route.declaredBy) {
    case "quick-create":
      return "quick create integrates it";
    case "route":
      // An HTTP API answers preflights by its CORS configuration, without any route.
      return readOf(route.resource, "target").state === "absent" ? undefined : "it has an integration";
    case "operation":
      if (route.integration.state === "absent") return undefined;
      return isMock(route) && route.service === "rest" ? undefined : "its integration is not of type mock";
    case "method":
      if (route.integration.state !== "absent") return isMock(route) ? undefined : "its integration is not MOCK";
      return backEnds.serves(route) ? "its integration is not MOCK" : undefined;
  }
}

function isMock({ integration }: Route): boolean {
  return (
    integration.state === "known" && typeof integration.value === "string" && integration.value.toUpperCase() === "MOCK"
  );
}

function within({ subject }: Route): string {
  return subject.charAt(0).toLowerCase() + subject.slice(1);
}
