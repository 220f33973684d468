import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { HttpApi } from "../../infra/apis/http-api";
import { RestApi } from "../../infra/apis/rest-api";
import { planAuthorizers } from "../../infra/authorizers/plan-authorizers";
import { catalogue } from "../../infra/catalogue";
import { settingsOf } from "../support/settings";
import { type Declared, declare, find } from "./mocks";

const settings = settingsOf("dev");

/** Functions of every name, without the code. */
const functions = () =>
  Object.fromEntries(
    Object.keys(catalogue.functions).map((name) => [
      name,
      new aws.lambda.Function(name, { role: "r" }) as aws.lambda.Function,
    ]),
  );

describe("the two APIs", () => {
  let all: Declared[];
  const named = (name: string) => find(all, name).inputs;
  const ofType = (type: string) => all.filter((resource) => resource.type === type);

  before(async () => {
    all = await declare(() => {
      const authorizers = {
        plans: planAuthorizers(catalogue.authorizers, settings.authorizers),
        userPoolArn: "pool-arn",
        issuer: "https://issuer",
        audiences: ["client-1"],
        functions: functions(),
      };
      new RestApi("rest", { catalogue, settings, authorizers });
      new HttpApi("http", { catalogue, settings, authorizers });
    });
  });

  it("give each route the authorizer of its own API", () => {
    assert.equal(named("rest-get-orders").authorizerId, "rest-user-authorizer_id");
    assert.equal(named("rest-post-orders").authorizerId, "rest-tenant-authorizer_id");
    assert.equal(named("http-get-orders").authorizerId, "http-user-authorizer_id");
    assert.equal(named("http-post-orders").authorizerId, "http-tenant-authorizer_id");
  });

  it("leave open what the catalogue calls public, and nothing else but preflights", () => {
    const open = all.filter(({ inputs }) => inputs.authorization === "NONE" || inputs.authorizationType === "NONE");
    assert.deepEqual(
      open.filter(({ inputs }) => inputs.httpMethod !== "OPTIONS").map(({ name }) => name),
      ["rest-get-health", "http-get-health"],
    );
    const mocks = ofType("aws:apigateway/integration:Integration").filter(({ inputs }) => inputs.type === "MOCK");
    assert.equal(mocks.length, open.filter(({ inputs }) => inputs.httpMethod === "OPTIONS").length);
  });

  it("trust the same user pool: by ARN on REST, by issuer and audience on HTTP", () => {
    assert.deepEqual(named("rest-user-authorizer").providerArns, ["pool-arn"]);
    assert.deepEqual(named("http-user-authorizer").jwtConfiguration, {
      issuer: "https://issuer",
      audiences: ["client-1"],
    });
  });

  it("put one function behind both tenant authorizers, callable from those alone", () => {
    assert.equal(named("rest-tenant-authorizer").authorizerUri, "authorizer_invokeArn");
    assert.equal(named("http-tenant-authorizer").authorizerUri, "authorizer_invokeArn");
    for (const api of ["rest", "http"])
      assert.equal(
        named(`${api}-tenant-permission`).sourceArn,
        `${api}-api_executionArn/authorizers/${api}-tenant-authorizer_id`,
      );
  });

  it("let each API call a function once, however many routes it has there", () => {
    const permissions = ofType("aws:lambda/permission:Permission").map(
      ({ inputs }) => `${inputs.function} ${inputs.sourceArn}`,
    );
    assert.equal(new Set(permissions).size, permissions.length);
    assert.ok(permissions.includes("orders_name rest-api_executionArn/*"));
  });

  it("share one HTTP integration between the routes of a function", () => {
    assert.equal(ofType("aws:apigatewayv2/integration:Integration").length, 3);
    assert.equal(named("http-get-orders").target, named("http-get-orders-id").target);
  });

  it("deploy the REST API with triggers, to a stage of its own", () => {
    const { triggers } = named("rest-deployment") as { triggers: Record<string, string> };
    for (const trigger of [triggers.plan, triggers.targets]) assert.match(trigger!, /^[0-9a-f]{64}$/);
    assert.equal(named("rest-stage").deployment, "rest-deployment_id");
    assert.equal(named("rest-stage").stageName, "v1");
  });

  it("log who called what, and never a token", () => {
    for (const stage of ["rest-stage", "http-stage"]) {
      const { format } = named(stage).accessLogSettings as { format: string };
      assert.match(format, /requestId/);
      assert.doesNotMatch(format, /header|token|authorization/i);
    }
  });
});
