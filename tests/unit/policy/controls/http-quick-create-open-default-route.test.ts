import { httpQuickCreateOpenDefaultRoute } from "../../../../policy/controls/http-quick-create-open-default-route";
import { unknownValue } from "../../../../policy/reading";
import { itAgreesWithOtherRuleSets, itJudges } from "../../../support/policy/control-cases";

describe("http-quick-create-open-default-route", () => {
  itJudges(httpQuickCreateOpenDefaultRoute, [
    {
      why: "flags a target",
      properties: { protocolType: "HTTP", target: "https://example.com" },
      finding: /open route/,
    },
    { why: "flags a target that a preview does not know", properties: { target: unknownValue }, finding: /open route/ },
    { why: "passes an API without one", properties: { protocolType: "HTTP" } },
    { why: "passes a route key by itself, which makes nothing", properties: { routeKey: "$default" } },
  ]);
  itAgreesWithOtherRuleSets(httpQuickCreateOpenDefaultRoute);
});
