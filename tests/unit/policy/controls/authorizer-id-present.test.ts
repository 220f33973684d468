import { methodAuthorizerIdPresent } from "../../../../policy/controls/method-authorizer-id-present";
import { routeAuthorizerIdPresent } from "../../../../policy/controls/route-authorizer-id-present";
import { unknownValue } from "../../../../policy/reading";
import { itAgreesWithOtherRuleSets, itJudges } from "../../../support/policy/control-cases";

for (const { control, property, own, others } of [
  {
    control: methodAuthorizerIdPresent,
    property: "authorization",
    own: ["COGNITO_USER_POOLS", "CUSTOM"],
    others: ["NONE", "AWS_IAM", unknownValue],
  },
  {
    control: routeAuthorizerIdPresent,
    property: "authorizationType",
    own: ["JWT", "CUSTOM"],
    others: ["NONE", "AWS_IAM", unknownValue],
  },
])
  describe(control.id, () => {
    itJudges(control, [
      ...own.flatMap((type) => [
        {
          why: `flags ${type} without an authorizer`,
          properties: { [property]: type },
          finding: /authorizerId is absent/,
        },
        {
          why: `flags ${type} with an empty id`,
          properties: { [property]: type, authorizerId: "" },
          finding: /authorizerId is absent/,
        },
        { why: `passes ${type} with an id`, properties: { [property]: type, authorizerId: "abc123" } },
        {
          why: `passes ${type} with an id that AWS has yet to give`,
          properties: { [property]: type, authorizerId: unknownValue },
        },
      ]),
      ...others.map((type) => ({
        why: `leaves ${typeof type === "string" ? type : "an unknown type"} to other controls`,
        properties: { [property]: type },
      })),
    ]);
    itAgreesWithOtherRuleSets(control);
  });
