import { httpApiCorsNoWildcardWithCredentials } from "../../../../policy/controls/http-api-cors-no-wildcard-with-credentials";
import { restApiRequestValidator } from "../../../../policy/controls/rest-api-request-validator";
import { restMethodRequestValidator } from "../../../../policy/controls/rest-method-request-validator";
import { type Properties, unknownValue } from "../../../../policy/reading";
import { itAgreesWithOtherRuleSets } from "../../../support/policy/control-cases";
import type { Declaration } from "../../../support/policy/resources";
import { itFinds, one } from "../../../support/policy/stack-rows";

describe("http-api-cors-no-wildcard-with-credentials", () => {
  const cors = (corsConfiguration: Properties[string], type = "aws:apigatewayv2/api:Api") =>
    one(type, { protocolType: "HTTP", corsConfiguration });
  const open = { allowCredentials: true, allowOrigins: ["https://shop.example.com", "*"] };
  const flagged = { flags: ["example"] };
  const site: Declaration = { type: "aws:cloudfront/distribution:Distribution", name: "site", props: {} };
  itFinds(httpApiCorsNoWildcardWithCredentials, [
    { why: "flags a wildcard among names", resources: cors(open), ...flagged, says: /Any website/ },
    { why: "flags it in aws-native", resources: cors(open, "aws-native:apigatewayv2:Api"), ...flagged },
    { why: "flags any host with https", resources: cors({ ...open, allowOrigins: ["https://*"] }), ...flagged },
    {
      why: "flags credentials that are not known to be refused",
      resources: cors({ ...open, allowCredentials: unknownValue }),
      ...flagged,
    },
    { why: "passes names", resources: cors({ ...open, allowOrigins: ["https://shop.example.com"] }) },
    { why: "passes a wildcard without credentials", resources: cors({ allowOrigins: ["*"] }) },
    {
      why: "passes wildcards for headers",
      resources: cors({ ...open, allowOrigins: ["https://a.example"], allowHeaders: ["*"] }),
    },
    { why: "passes an API without CORS", resources: cors(null) },
    {
      why: "passes an origin made of a resource's domain",
      resources: [
        {
          ...cors({ allowCredentials: true, allowOrigins: [unknownValue] })[0]!,
          refs: { corsConfiguration: ["site"] },
        },
        site,
      ],
    },
    {
      why: "flags an origin that nothing shows",
      resources: cors({ allowCredentials: true, allowOrigins: [unknownValue] }),
      ...flagged,
      says: /Nothing shows/,
    },
    {
      why: "flags a configuration that nothing shows",
      resources: cors(unknownValue),
      ...flagged,
      says: /Nothing shows/,
    },
  ]);
  itAgreesWithOtherRuleSets(httpApiCorsNoWildcardWithCredentials);
});

const rest = (props: Properties = {}): Declaration => ({ type: "aws:apigateway/restApi:RestApi", name: "rest", props });
const validator = (validateRequestBody: boolean, validateRequestParameters: boolean, api = "rest"): Declaration => ({
  type: "aws:apigateway/requestValidator:RequestValidator",
  name: "validator",
  props: { restApi: unknownValue, validateRequestBody, validateRequestParameters },
  refs: { restApi: [api] },
});

describe("rest-api-request-validator", () => {
  const definition = {
    "x-amazon-apigateway-request-validator": "all",
    "x-amazon-apigateway-request-validators": { all: { validateRequestBody: true, validateRequestParameters: true } },
  };
  itFinds(restApiRequestValidator, [
    { why: "flags an API without one", resources: [rest()], flags: ["rest"] },
    { why: "passes an API whose id AWS has yet to give", resources: [rest(), validator(true, true)] },
    { why: "flags a validator of bodies only", resources: [rest(), validator(true, false)], flags: ["rest"] },
    {
      why: "flags a validator of another API",
      resources: [rest(), { ...rest(), name: "other" }, validator(true, true, "other")],
      flags: ["rest"],
    },
    { why: "passes one in the definition", resources: [rest({ body: JSON.stringify(definition) })] },
    {
      why: "flags one in the definition that nothing uses",
      resources: [rest({ body: JSON.stringify({ ...definition, "x-amazon-apigateway-request-validator": "none" }) })],
      flags: ["rest"],
    },
    { why: "flags a definition that is unknown", resources: [rest({ body: unknownValue })], flags: ["rest"] },
  ]);
  itAgreesWithOtherRuleSets(restApiRequestValidator);
});

describe("rest-method-request-validator", () => {
  const method = (props: Properties, refs?: Declaration["refs"]): Declaration => ({
    type: "aws:apigateway/method:Method",
    name: "method",
    props: { httpMethod: "POST", ...props },
    ...(refs && { refs }),
  });
  const named = method({ requestValidatorId: unknownValue }, { requestValidatorId: ["validator"] });
  itFinds(restMethodRequestValidator, [
    {
      why: "flags a method that names none",
      resources: [method({})],
      flags: ["method"],
      says: /requestValidatorId is absent/,
    },
    { why: "passes one that AWS has yet to make", resources: [rest(), named, validator(true, false)] },
    {
      why: "flags one that checks nothing",
      resources: [rest(), named, validator(false, false)],
      flags: ["method"],
      says: /neither/,
    },
    { why: "passes one outside the stack", resources: [method({ requestValidatorId: "abc123" })] },
    { why: "passes a preflight", resources: [method({ httpMethod: "OPTIONS" })] },
    {
      why: "flags aws-native's method",
      resources: [{ ...method({}), type: "aws-native:apigateway:Method" }],
      flags: ["method"],
    },
  ]);
  itAgreesWithOtherRuleSets(restMethodRequestValidator);
});
