import { restMethodHasAuthorizer } from "../../../../policy/controls/rest-method-has-authorizer";
import { type PropertyValue, unknownValue } from "../../../../policy/reading";
import { itAgreesWithOtherRuleSets, itJudges } from "../../../support/policy/control-cases";

describe("rest-method-has-authorizer", () => {
  itJudges(restMethodHasAuthorizer, [
    { why: "flags NONE", properties: get("NONE"), finding: /authorization is NONE/ },
    { why: "flags absence", properties: { httpMethod: "GET" }, finding: /authorization is absent, which means NONE/ },
    { why: "flags null, which is absence", properties: get(null), finding: /authorization is absent/ },
    {
      why: "flags the unknown, which could become NONE",
      properties: get(unknownValue),
      finding: /is not known before/,
    },
    { why: "passes a Cognito user pool", properties: get("COGNITO_USER_POOLS") },
    { why: "passes a Lambda authorizer", properties: get("CUSTOM") },
    { why: "passes IAM", properties: get("AWS_IAM") },
    { why: "flags JWT, which only HTTP APIs have", properties: get("JWT"), finding: /is none of COGNITO_USER_POOLS/ },
    { why: "flags a look-alike of NONE", properties: get("none"), finding: /is none of/ },
    { why: "flags a look-alike of CUSTOM", properties: get(" CUSTOM"), finding: /is none of/ },
    { why: "flags a value that is no text", properties: get(["CUSTOM"]), finding: /is none of/ },
    {
      why: "flags an API key without an authorizer: it identifies nobody",
      properties: { ...get("NONE"), apiKeyRequired: true },
      finding: /authorization is NONE/,
    },
    {
      why: "flags an authorizer id that NONE leaves without effect",
      properties: { ...get("NONE"), authorizerId: "abc123" },
      finding: /authorization is NONE/,
    },
    {
      why: "passes an open OPTIONS, which browsers send bare",
      properties: { httpMethod: "OPTIONS", authorization: "NONE" },
    },
    {
      why: "flags an open method of unknown verb, which need not be OPTIONS",
      properties: { httpMethod: unknownValue, authorization: "NONE" },
      finding: /authorization is NONE/,
    },
    {
      why: "flags an open ANY, which answers more than OPTIONS",
      properties: { httpMethod: "ANY", authorization: "NONE" },
      finding: /authorization is NONE/,
    },
    {
      why: "passes IAM on a method of unknown verb",
      properties: { httpMethod: unknownValue, authorization: "AWS_IAM" },
    },
  ]);
  itAgreesWithOtherRuleSets(restMethodHasAuthorizer);
});

function get(authorization: PropertyValue) {
  return { httpMethod: "GET", authorization };
}
