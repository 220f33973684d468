import { lambdaPermissionNoPublicPrincipal } from "../../../../policy/controls/lambda-permission-no-public-principal";
import { lambdaPermissionSourceArnNamesOneApi } from "../../../../policy/controls/lambda-permission-source-arn-names-one-api";
import { lambdaPermissionSourceScoped } from "../../../../policy/controls/lambda-permission-source-scoped";
import { type Properties, unknownValue } from "../../../../policy/reading";
import { itAgreesWithOtherRuleSets } from "../../../support/policy/control-cases";
import type { Declaration } from "../../../support/policy/resources";
import { itFinds } from "../../../support/policy/stack-rows";

const gateway = "apigateway.amazonaws.com";
const orders = "arn:aws:execute-api:eu-west-1:123456789012:abc123/*/GET/orders";

const permission = (props: Properties, sourceArn?: readonly string[]): Declaration => ({
  type: "aws:lambda/permission:Permission",
  name: "example",
  props: { action: "lambda:InvokeFunction", function: "f", ...props },
  ...(sourceArn && { refs: { sourceArn } }),
});
const native = (props: Properties): Declaration => ({ ...permission(props), type: "aws-native:lambda:Permission" });
const rest: Declaration = { type: "aws:apigateway/restApi:RestApi", name: "rest", props: {} };
const http: Declaration = { type: "aws:apigatewayv2/api:Api", name: "http", props: {} };
const stage: Declaration = { type: "aws:apigateway/stage:Stage", name: "stage", props: {} };
const role: Declaration = { type: "aws:iam/role:Role", name: "role", props: {} };

describe("lambda-permission-no-public-principal", () => {
  itFinds(lambdaPermissionNoPublicPrincipal, [
    {
      why: "flags everyone",
      resources: [permission({ principal: "*" })],
      flags: ["example"],
      says: /Anyone can invoke/,
    },
    { why: "flags everyone in aws-native", resources: [native({ principal: "*" })], flags: ["example"] },
    {
      why: "flags a source of wildcards",
      resources: [permission({ principal: "*", sourceArn: "arn:aws:sns:*:*:*" })],
      flags: ["example"],
    },
    { why: "passes everyone for one source", resources: [permission({ principal: "*", sourceArn: orders })] },
    {
      why: "passes everyone of one organization",
      resources: [native({ principal: "*", principalOrgId: "o-abcde12345" })],
    },
    {
      why: "passes everyone for a source that AWS has yet to name",
      resources: [permission({ principal: "*", sourceArn: unknownValue }, ["rest"]), rest],
    },
    { why: "passes a role", resources: [permission({ principal: "arn:aws:iam::123456789012:role/*" })] },
    {
      why: "passes a role that is made in the same deployment",
      resources: [{ ...permission({ principal: unknownValue }), refs: { principal: ["role"] } }, role],
    },
    {
      why: "flags a principal that nothing shows",
      resources: [permission({ principal: unknownValue })],
      flags: ["example"],
      says: /Nothing shows what principal/,
    },
    { why: "leaves an absent principal to the provider, which requires it", resources: [permission({})] },
  ]);
  itAgreesWithOtherRuleSets(lambdaPermissionNoPublicPrincipal);
});

describe("lambda-permission-source-scoped", () => {
  itFinds(lambdaPermissionSourceScoped, [
    { why: "flags API Gateway as such", resources: [permission({ principal: gateway })], flags: ["example"] },
    {
      why: "flags an organization, which does not limit a service",
      resources: [permission({ principal: gateway, principalOrgId: "o-abcde12345" })],
      flags: ["example"],
    },
    {
      why: "flags an empty source",
      resources: [permission({ principal: "sns.amazonaws.com", sourceArn: "" })],
      flags: ["example"],
    },
    {
      why: "flags a service of another partition",
      resources: [native({ principal: "s3.amazonaws.com.cn" })],
      flags: ["example"],
    },
    { why: "passes a source", resources: [permission({ principal: gateway, sourceArn: orders })] },
    {
      why: "passes a bucket, whose ARN has no account",
      resources: [permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::uploads" })],
    },
    {
      why: "passes an API whose ARN AWS has yet to give",
      resources: [permission({ principal: gateway, sourceArn: unknownValue }, ["rest"]), rest],
    },
    {
      why: "flags an ARN that nothing shows",
      resources: [permission({ principal: gateway, sourceArn: unknownValue })],
      flags: ["example"],
    },
    { why: "passes an account, which is its own source", resources: [permission({ principal: "123456789012" })] },
    {
      why: "leaves alone what only looks like a service",
      resources: [permission({ principal: "arn:aws:iam::123456789012:role/amazonaws.com-caller" })],
    },
  ]);
  itAgreesWithOtherRuleSets(lambdaPermissionSourceScoped);
});

describe("lambda-permission-source-arn-names-one-api", () => {
  itFinds(lambdaPermissionSourceArnNamesOneApi, [
    { why: "passes one API", resources: [permission({ principal: gateway, sourceArn: orders })] },
    {
      why: "flags an account without an ARN",
      resources: [permission({ principal: gateway, sourceAccount: "123456789012" })],
      flags: ["example"],
      says: /sourceArn is absent/,
    },
    {
      why: "flags a wildcard for the region",
      resources: [permission({ principal: gateway, sourceArn: "arn:aws:execute-api:*:123456789012:abc123/*" })],
      flags: ["example"],
    },
    {
      why: "flags a wildcard within the id",
      resources: [permission({ principal: gateway, sourceArn: "arn:aws:execute-api:eu-west-1:123456789012:a?c/*" })],
      flags: ["example"],
    },
    {
      why: "flags an id left out",
      resources: [native({ principal: gateway, sourceArn: "arn:aws:execute-api:eu-west-1:123456789012:/*/GET/x" })],
      flags: ["example"],
    },
    {
      why: "passes an ARN made of one API whose id AWS has yet to give",
      resources: [permission({ principal: gateway, sourceArn: unknownValue }, ["rest"]), rest],
    },
    {
      why: "passes one made of an API and its stage",
      resources: [permission({ principal: gateway, sourceArn: unknownValue }, ["rest", "stage"]), rest, stage],
    },
    {
      why: "passes one made of a stage alone",
      resources: [permission({ principal: gateway, sourceArn: unknownValue }, ["stage"]), stage],
    },
    {
      why: "flags one made of two APIs",
      resources: [permission({ principal: gateway, sourceArn: unknownValue }, ["rest", "http"]), rest, http],
      flags: ["example"],
      says: /made from 2 APIs/,
    },
    {
      why: "flags one made of no API",
      resources: [permission({ principal: gateway, sourceArn: unknownValue }, ["role"]), role],
      flags: ["example"],
      says: /made from 0 APIs/,
    },
    {
      why: "leaves other services alone",
      resources: [permission({ principal: "sns.amazonaws.com", sourceArn: "arn:aws:sns:eu-west-1:123456789012:*" })],
    },
  ]);
  itAgreesWithOtherRuleSets(lambdaPermissionSourceArnNamesOneApi);
});
