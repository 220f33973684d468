import { cacheEncrypted } from "../../../../policy/controls/cache-encrypted";
import { dataTraceOff } from "../../../../policy/controls/data-trace-off";
import { restStageWaf } from "../../../../policy/controls/rest-stage-waf";
import { stageAccessLogging } from "../../../../policy/controls/stage-access-logging";
import { stageClientCertificate } from "../../../../policy/controls/stage-client-certificate";
import { stageExecutionLogging } from "../../../../policy/controls/stage-execution-logging";
import { stageThrottling } from "../../../../policy/controls/stage-throttling";
import { type Properties, unknownValue } from "../../../../policy/reading";
import { itAgreesWithOtherRuleSets } from "../../../support/policy/control-cases";
import type { Declaration } from "../../../support/policy/resources";
import { itFinds } from "../../../support/policy/stack-rows";

const rest = (props: Properties = {}): Declaration => ({ type: "aws:apigateway/restApi:RestApi", name: "rest", props });
const restStage = (props: Properties = {}, name = "stage"): Declaration => ({
  type: "aws:apigateway/stage:Stage",
  name,
  props: { restApi: unknownValue, stageName: "v1", ...props },
  refs: { restApi: ["rest"] },
});
const nativeStage = (props: Properties): Declaration => ({
  type: "aws-native:apigateway:Stage",
  name: "stage",
  props: { restApiId: unknownValue, stageName: "v1", ...props },
});
const settings = (properties: Properties, methodPath = "*/*", stageName = "v1"): Declaration => ({
  type: "aws:apigateway/methodSettings:MethodSettings",
  name: "settings",
  props: { restApi: unknownValue, stageName, methodPath, settings: properties },
  refs: { restApi: ["rest"] },
});
const api = (protocolType: string): Declaration => ({
  type: "aws:apigatewayv2/api:Api",
  name: "api",
  props: { protocolType },
});
const httpStage = (props: Properties = {}): Declaration => ({
  type: "aws:apigatewayv2/stage:Stage",
  name: "stage",
  props: { apiId: unknownValue, name: "v1", ...props },
  refs: { apiId: ["api"] },
});
const forAll = { httpMethod: "*", resourcePath: "/*" };

describe("rest-stage-waf", () => {
  const association = (resourceArn: Properties[string], ...refs: readonly string[]): Declaration => ({
    type: "aws:wafv2/webAclAssociation:WebAclAssociation",
    name: "association",
    props: { resourceArn, webAclArn: unknownValue },
    refs: { resourceArn: refs },
  });
  const arn = "arn:aws:apigateway:eu-west-1::/restapis/abc123/stages/v1";
  itFinds(restStageWaf, [
    { why: "flags a stage without a web ACL", resources: [rest(), restStage()], flags: ["stage"] },
    {
      why: "passes a stage whose ARN AWS has yet to give",
      resources: [rest(), restStage(), association(unknownValue, "stage")],
    },
    {
      why: "flags the other of two stages",
      resources: [rest(), restStage(), restStage({ stageName: "v2" }, "other"), association(unknownValue, "stage")],
      flags: ["other"],
    },
    {
      why: "flags an association made of the API alone, which names no stage",
      resources: [rest(), restStage(), association(unknownValue, "rest")],
      flags: ["stage"],
    },
    {
      why: "passes an ARN that is written out",
      resources: [
        rest({ executionArn: "arn:aws:execute-api:eu-west-1:123456789012:abc123" }),
        restStage(),
        { ...association(arn), refs: {} },
      ],
    },
    {
      why: "flags an ARN of another API's stage of the same name, whatever it was made of",
      resources: [
        rest({ executionArn: "arn:aws:execute-api:eu-west-1:123456789012:abc123" }),
        restStage({ arn }),
        association(arn.replace("abc123", "xyz789"), "stage"),
      ],
      flags: ["stage"],
    },
    {
      why: "passes aws-native's association",
      resources: [
        rest(),
        restStage(),
        { ...association(unknownValue, "stage"), type: "aws-native:wafv2:WebAclAssociation" },
      ],
    },
    {
      why: "passes a private API, which the internet does not reach",
      resources: [rest({ endpointConfiguration: { types: "PRIVATE" } }), restStage()],
    },
    {
      why: "flags an API whose kind of endpoint is unknown",
      resources: [rest({ endpointConfiguration: { types: unknownValue } }), restStage()],
      flags: ["stage"],
    },
    { why: "leaves HTTP APIs alone, which can have none", resources: [api("HTTP"), httpStage()] },
  ]);
  itAgreesWithOtherRuleSets(restStageWaf);
});

describe("stage-access-logging", () => {
  const complete = { destinationArn: "arn:aws:logs:eu-west-1:123456789012:log-group:g", format: "$context.requestId" };
  const group: Declaration = { type: "aws:cloudwatch/logGroup:LogGroup", name: "group", props: {} };
  itFinds(stageAccessLogging, [
    { why: "passes a REST stage", resources: [restStage({ accessLogSettings: complete })].map(alone) },
    { why: "passes aws-native's stage", resources: [nativeStage({ accessLogSetting: complete })] },
    {
      why: "flags an absent log",
      resources: [alone(httpStage())],
      flags: ["stage"],
      says: /destinationArn and no format/,
    },
    {
      why: "flags an empty ARN",
      resources: [alone(httpStage({ accessLogSettings: { ...complete, destinationArn: "" } }))],
      flags: ["stage"],
    },
    {
      why: "passes a log group that AWS has yet to make",
      resources: [
        {
          ...alone(httpStage({ accessLogSettings: { ...complete, destinationArn: unknownValue } })),
          refs: { accessLogSettings: ["group"] },
        },
        group,
      ],
    },
    {
      why: "flags a log that nothing shows",
      resources: [alone(httpStage({ accessLogSettings: unknownValue }))],
      flags: ["stage"],
      says: /Nothing shows/,
    },
  ]);
  itAgreesWithOtherRuleSets(stageAccessLogging);
});

describe("stage-execution-logging", () => {
  itFinds(stageExecutionLogging, [
    { why: "flags a REST stage without settings", resources: [rest(), restStage()], flags: ["stage"] },
    { why: "passes settings for all methods", resources: [rest(), restStage(), settings({ loggingLevel: "ERROR" })] },
    {
      why: "flags settings for one method",
      resources: [rest(), restStage(), settings({ loggingLevel: "INFO" }, "orders/GET")],
      flags: ["stage"],
    },
    {
      why: "flags settings of another stage",
      resources: [rest(), restStage(), settings({ loggingLevel: "INFO" }, "*/*", "v2")],
      flags: ["stage"],
    },
    {
      why: "passes settings that take their stage's name from it, while it is unknown",
      resources: [
        rest(),
        restStage({ stageName: unknownValue }),
        {
          ...settings({ loggingLevel: "INFO" }),
          props: {
            restApi: unknownValue,
            stageName: unknownValue,
            methodPath: "*/*",
            settings: { loggingLevel: "INFO" },
          },
          refs: { restApi: ["rest"], stageName: ["stage"] },
        },
      ],
    },
    {
      why: "flags OFF once, at the settings",
      resources: [rest(), restStage(), settings({ loggingLevel: "OFF" })],
      flags: ["settings"],
    },
    {
      why: "flags an unknown level",
      resources: [rest(), restStage(), settings({ loggingLevel: unknownValue })],
      flags: ["stage"],
    },
    { why: "flags a WebSocket stage", resources: [api("WEBSOCKET"), httpStage()], flags: ["stage"] },
    {
      why: "passes a WebSocket stage that logs",
      resources: [api("WEBSOCKET"), httpStage({ defaultRouteSettings: { loggingLevel: "INFO" } })],
    },
    { why: "leaves HTTP APIs alone, which have no such log", resources: [api("HTTP"), httpStage()] },
    {
      why: "passes aws-native's list",
      resources: [nativeStage({ methodSettings: [{ ...forAll, loggingLevel: "ERROR" }] })],
    },
  ]);
  itAgreesWithOtherRuleSets(stageExecutionLogging);
});

describe("stage-throttling", () => {
  const limits = { throttlingRateLimit: 100, throttlingBurstLimit: 50 };
  itFinds(stageThrottling, [
    { why: "passes a REST stage", resources: [rest(), restStage(), settings(limits)] },
    {
      why: "flags limits for one method",
      resources: [rest(), restStage(), settings(limits, "orders/GET")],
      flags: ["stage"],
    },
    {
      why: "flags -1, which AWS writes for none",
      resources: [rest(), restStage(), settings({ ...limits, throttlingRateLimit: -1 })],
      flags: ["stage"],
    },
    { why: "passes an HTTP stage", resources: [api("HTTP"), httpStage({ defaultRouteSettings: limits })] },
    {
      why: "flags a rate alone",
      resources: [api("HTTP"), httpStage({ defaultRouteSettings: { throttlingRateLimit: 1 } })],
      flags: ["stage"],
      says: /no throttlingBurstLimit/,
    },
    {
      why: "flags an unknown limit",
      resources: [api("HTTP"), httpStage({ defaultRouteSettings: { ...limits, throttlingRateLimit: unknownValue } })],
      flags: ["stage"],
    },
    { why: "passes aws-native's list", resources: [nativeStage({ methodSettings: [{ ...forAll, ...limits }] })] },
  ]);
  itAgreesWithOtherRuleSets(stageThrottling);
});

describe("stage-client-certificate", () => {
  itFinds(stageClientCertificate, [
    { why: "flags a REST stage", resources: [rest(), restStage()], flags: ["stage"] },
    {
      why: "passes a certificate that AWS has yet to make",
      resources: [rest(), restStage({ clientCertificateId: unknownValue })],
    },
    { why: "flags a WebSocket stage", resources: [api("WEBSOCKET"), httpStage()], flags: ["stage"] },
    { why: "leaves HTTP APIs alone", resources: [api("HTTP"), httpStage()] },
    { why: "leaves a stage alone whose API is not in the stack", resources: [alone(httpStage())] },
  ]);
  itAgreesWithOtherRuleSets(stageClientCertificate);
});

describe("cache-encrypted", () => {
  const cached = restStage({ cacheClusterEnabled: true });
  itFinds(cacheEncrypted, [
    { why: "passes a stage without a cache", resources: [rest(), restStage()] },
    { why: "flags a cache that no settings speak of", resources: [rest(), cached], flags: ["stage"] },
    {
      why: "passes an encrypted one",
      resources: [rest(), cached, settings({ cachingEnabled: true, cacheDataEncrypted: true })],
    },
    {
      why: "flags an open one once, at the settings",
      resources: [rest(), cached, settings({ cachingEnabled: true })],
      flags: ["settings"],
    },
    {
      why: "passes a cache that is off for all methods",
      resources: [rest(), cached, settings({ cachingEnabled: false })],
    },
    {
      why: "flags settings that leave the cache to AWS, which a preview shows as unknown",
      resources: [rest(), cached, { ...settings({ cachingEnabled: unknownValue, cacheDataEncrypted: unknownValue }) }],
      flags: ["settings", "stage"],
    },
    {
      why: "flags aws-native's list",
      resources: [nativeStage({ methodSettings: [{ ...forAll, cachingEnabled: true }] })],
      flags: ["stage"],
    },
  ]);
  itAgreesWithOtherRuleSets(cacheEncrypted);
});

describe("data-trace-off", () => {
  itFinds(dataTraceOff, [
    {
      why: "flags a REST setting",
      resources: [rest(), settings({ dataTraceEnabled: true }, "orders/GET")],
      flags: ["settings"],
    },
    {
      why: "flags one written as text",
      resources: [rest(), settings({ dataTraceEnabled: "true" })],
      flags: ["settings"],
    },
    {
      why: "flags an unknown one",
      resources: [rest(), settings({ dataTraceEnabled: unknownValue })],
      flags: ["settings"],
    },
    { why: "passes an absent one", resources: [rest(), settings({ loggingLevel: "ERROR" })] },
    {
      why: "flags one route of a WebSocket",
      resources: [api("WEBSOCKET"), httpStage({ routeSettings: [{ routeKey: "a", dataTraceEnabled: true }] })],
      flags: ["stage"],
    },
    {
      why: "flags one route of aws-native's map",
      resources: [
        {
          type: "aws-native:apigatewayv2:Stage",
          name: "stage",
          props: { routeSettings: { a: { dataTraceEnabled: true } } },
        },
      ],
      flags: ["stage"],
    },
    {
      why: "passes a WebSocket's default",
      resources: [api("WEBSOCKET"), httpStage({ defaultRouteSettings: { dataTraceEnabled: false } })],
    },
  ]);
  itAgreesWithOtherRuleSets(dataTraceOff);
});

/** The same resource without references, for a stack of its own. */
function alone(declaration: Declaration): Declaration {
  return { type: declaration.type, name: declaration.name, props: declaration.props };
}
