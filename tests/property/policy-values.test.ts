import fc from "fast-check";
import { waysIn } from "../../policy/controls/ways-in";
import { opaque, type PropertyValue, unknownValue } from "../../policy/reading";
import { families } from "../../policy/resource-types";
import { defaultsOf, findingsOf } from "../support/policy/control-cases";
import { stackOf } from "../support/policy/resources";

const properties = [
  ..."authorization authorizationType authorizerId authorizationScopes restApi restApiId apiId resourceId parentId".split(
    " ",
  ),
  ..."pathPart httpMethod routeKey target type authorizerType providerArns jwtConfiguration identitySource".split(" "),
  ..."identitySources authorizerResultTtlInSeconds authorizerUri function principal sourceArn triggers settings".split(
    " ",
  ),
  ..."deployment body protocolType integration id arn executionArn rootResourceId userPoolId identifier scopes".split(
    " ",
  ),
];

const bodies = [
  "[]",
  "{}",
  '{"paths":[1]}',
  '{"paths":{"/a":1,"b":{"get":3,"put":null,"options":[]}}}',
  '{"paths":{"/a":{"get":{"security":[1,{"a":1}]}}},"components":{"securitySchemes":{"a":{"x-amazon-apigateway-authorizer":{"type":{"toString":1}}}}}}',
];

const words =
  "NONE REQUEST TOKEN COGNITO_USER_POOLS CUSTOM JWT OPTIONS ANY GET $default $connect HTTP WEBSOCKET a b".split(" ");

const leaf = fc.oneof(
  fc.constantFrom<PropertyValue>(null, "", 0, 1, true, false, unknownValue, opaque, "GET /x", ...words, ...bodies),
  fc.string(),
);

/** Anything that JSON can hold, names among it that every object inherits. */
const value: fc.Arbitrary<PropertyValue> = fc.letrec<{ value: PropertyValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        "issuer",
        "audiences",
        "type",
        "toString",
        "valueOf",
        "scopeName",
        "paths",
        "/a",
        "get",
        "security",
      ),
      tie("value"),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

const key = fc.constantFrom(...properties);

const resource = fc.record({
  type: fc.constantFrom(...Object.values(families).flat()),
  props: fc.dictionary(key, value, { maxKeys: 10, noNullPrototype: true }),
  refs: fc.dictionary(key, fc.array(fc.nat(4), { maxLength: 3 }), { noNullPrototype: true }),
});

describe("the controls of ways in", () => {
  it("judge whatever values and relations an engine may send, and never fail", () => {
    fc.assert(
      fc.property(fc.array(resource, { minLength: 5, maxLength: 5 }), (resources) => {
        const stack = stackOf(
          resources.map(({ type, props, refs }, index) => ({
            type,
            name: `r${index}`,
            props,
            refs: Object.fromEntries(
              Object.entries(refs).map(([property, to]) => [property, to.map((at) => `r${at}`)]),
            ),
          })),
        );
        for (const control of waysIn) {
          findingsOf(control, stack);
          for (const judged of stack.resources)
            if (control.types.includes(judged.type)) control.remediate?.(judged, defaultsOf(control));
        }
      }),
      { numRuns: 1_500 },
    );
  });
});
