import { defaultEndpointDisabledWithCustomDomain } from "../../../../policy/controls/default-endpoint-disabled-with-custom-domain";
import { domainTls12 } from "../../../../policy/controls/domain-tls12";
import { type Properties, unknownValue } from "../../../../policy/reading";
import { itAgreesWithOtherRuleSets } from "../../../support/policy/control-cases";
import type { Declaration } from "../../../support/policy/resources";
import { itFinds, one } from "../../../support/policy/stack-rows";

const rest = (props: Properties = {}): Declaration => ({ type: "aws:apigateway/restApi:RestApi", name: "rest", props });
const http = (props: Properties = {}): Declaration => ({
  type: "aws:apigatewayv2/api:Api",
  name: "http",
  props: { protocolType: "HTTP", ...props },
});
const mapping = (restApi: Properties[string], refs?: readonly string[]): Declaration => ({
  type: "aws:apigateway/basePathMapping:BasePathMapping",
  name: "mapping",
  props: { restApi, domainName: "api.example.com" },
  ...(refs && { refs: { restApi: refs } }),
});
const apiMapping = (...apiId: readonly string[]): Declaration => ({
  type: "aws:apigatewayv2/apiMapping:ApiMapping",
  name: "mapping",
  props: { apiId: unknownValue, domainName: "api.example.com", stage: "v1" },
  refs: { apiId },
});
const off = { "x-amazon-apigateway-endpoint-configuration": { disableExecuteApiEndpoint: true } };

describe("default-endpoint-disabled-with-custom-domain", () => {
  itFinds(defaultEndpointDisabledWithCustomDomain, [
    {
      why: "flags a REST API behind a domain while its id is unknown",
      resources: [rest(), mapping(unknownValue, ["rest"])],
      flags: ["rest"],
      says: /past its custom domain/,
    },
    {
      why: "flags it by its bare id too",
      resources: [rest({ executionArn: "arn:aws:execute-api:eu-west-1:123456789012:abc123" }), mapping("abc123")],
      flags: ["rest"],
    },
    {
      why: "flags it through the stage that the mapping's API was copied from",
      resources: [
        rest(),
        { type: "aws:apigateway/stage:Stage", name: "stage", props: {}, refs: { restApi: ["rest"] } },
        mapping(unknownValue, ["stage"]),
      ],
      flags: ["rest"],
    },
    { why: "flags an HTTP API", resources: [http(), apiMapping("http")], flags: ["http"] },
    {
      why: "flags a REST API behind the newer service's mapping",
      resources: [rest(), apiMapping("rest")],
      flags: ["rest"],
    },
    {
      why: "flags an API to which a routing rule leads",
      resources: [
        http(),
        {
          type: "aws:apigatewayv2/routingRule:RoutingRule",
          name: "rule",
          props: { actions: [{ invokeApi: { apiId: unknownValue, stage: "v1" } }] },
          refs: { actions: ["http"] },
        },
      ],
      flags: ["http"],
    },
    {
      why: "flags an API of aws-native",
      resources: [
        { type: "aws-native:apigatewayv2:Api", name: "http", props: { protocolType: "HTTP" } },
        { ...apiMapping("http"), type: "aws-native:apigatewayv2:ApiMapping" },
      ],
      flags: ["http"],
    },
    {
      why: "flags a switch that is not known before the deployment",
      resources: [http({ disableExecuteApiEndpoint: unknownValue }), apiMapping("http")],
      flags: ["http"],
    },
    { why: "passes a disabled endpoint", resources: [http({ disableExecuteApiEndpoint: true }), apiMapping("http")] },
    {
      why: "passes one that the definition disables",
      resources: [rest({ body: JSON.stringify(off) }), mapping("x", ["rest"])],
    },
    {
      why: "passes one that the definition disables at its servers, in YAML",
      resources: [
        http({
          body: "openapi: 3.0.1\nservers:\n- url: /\n  x-amazon-apigateway-endpoint-configuration:\n    disableExecuteApiEndpoint: true\n",
        }),
        apiMapping("http"),
      ],
    },
    {
      why: "flags a definition that only speaks of it",
      resources: [
        rest({ body: JSON.stringify({ info: { description: JSON.stringify(off) } }) }),
        mapping("x", ["rest"]),
      ],
      flags: ["rest"],
    },
    {
      why: "passes an API without a domain",
      resources: [rest(), http({ disableExecuteApiEndpoint: true }), apiMapping("http")],
    },
    { why: "passes a domain for an API outside the stack", resources: [rest(), mapping("elsewhere")] },
  ]);
  itAgreesWithOtherRuleSets(defaultEndpointDisabledWithCustomDomain);
});

describe("domain-tls12", () => {
  const v1 = "aws:apigateway/domainName:DomainName";
  const v2 = "aws:apigatewayv2/domainName:DomainName";
  const flagged = { flags: ["example"] };
  itFinds(domainTls12, [
    ...[
      "TLS_1_2",
      "SecurityPolicy_TLS13_1_2_PQ_2025_09",
      "SecurityPolicy_TLS13_2025_EDGE",
      "SecurityPolicy_TLS12_2018_EDGE",
    ].map((securityPolicy) => ({ why: `passes ${securityPolicy}`, resources: one(v1, { securityPolicy }) })),
    ...["TLS_1_0", "TLS_1_3", "tls_1_2", "SecurityPolicy_TLS13_1_0_2025_09", "SecurityPolicy_TLS11", "XTLS_1_2"].map(
      (securityPolicy) => ({ why: `flags ${securityPolicy}`, resources: one(v1, { securityPolicy }), ...flagged }),
    ),
    { why: "flags an absent policy", resources: one(v1, {}), ...flagged, says: /absent/ },
    {
      why: "flags an unknown policy",
      resources: one(v1, { securityPolicy: unknownValue }),
      ...flagged,
      says: /not known/,
    },
    {
      why: "flags an unknown configuration",
      resources: one(v2, { domainNameConfiguration: unknownValue }),
      ...flagged,
    },
    {
      why: "passes an HTTP API's domain",
      resources: one(v2, { domainNameConfiguration: { securityPolicy: "TLS_1_2" } }),
    },
    {
      why: "flags a policy that stands where HTTP APIs have none",
      resources: one(v2, { securityPolicy: "TLS_1_2" }),
      ...flagged,
    },
    {
      why: "flags one old configuration of several in aws-native",
      resources: one("aws-native:apigatewayv2:DomainName", {
        domainNameConfigurations: [{ securityPolicy: "TLS_1_2" }, { securityPolicy: "TLS_1_0" }],
      }),
      ...flagged,
    },
    {
      why: "passes aws-native's only configuration",
      resources: one("aws-native:apigatewayv2:DomainName", {
        domainNameConfigurations: [{ securityPolicy: "TLS_1_2" }],
      }),
    },
  ]);
  itAgreesWithOtherRuleSets(domainTls12);
});
