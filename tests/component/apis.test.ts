import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { HttpApi } from "../../infra/apis/http-api";
import { RestApi } from "../../infra/apis/rest-api";
import { privateWay } from "../../infra/apis/targets";
import { planAuthorizers } from "../../infra/authorizers/plan-authorizers";
import { catalogue } from "../../infra/catalogue";
import type { Route } from "../../infra/catalogue/define/route";
import { Logs } from "../../infra/compute/logs";
import type { Settings } from "../../infra/config/schema";
import type { PrivateNetwork } from "../../infra/network/private-network";
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

/** A queue that is there, as far as the APIs read it. */
const shipments = {
  arn: pulumi.output("arn:aws:sqs:eu-west-1:123456789012:shipments"),
  url: pulumi.output("https://sqs.eu-west-1.amazonaws.com/123456789012/shipments"),
} as unknown as aws.sqs.Queue;

const privateNetwork: PrivateNetwork = {
  vpcLinkId: pulumi.output("link"),
  loadBalancerArn: pulumi.output("balancer-arn"),
  listeners: { prices: { arn: pulumi.output("listener-arn"), url: pulumi.output("http://balancer:8080") } },
};

/** Everything that the two APIs declare in an environment. */
const declareApis = (settings: Settings, network?: PrivateNetwork) =>
  declare(() => {
    const byName = functions();
    const authorizers = {
      plans: planAuthorizers(catalogue.authorizers, settings.authorizers),
      userPoolArn: "pool-arn",
      issuer: "https://issuer",
      clientIds: { storefront: "client-1" },
      functions: byName,
    };
    const logs = new Logs("logs", { settings });
    const queues = { shipments };
    const targets = { functions: byName, queues, upstreams: settings.upstreams, ...(network && { network }) };
    new RestApi("rest", { catalogue, settings, logs, authorizers, targets });
    new HttpApi("http", { catalogue, settings, logs, authorizers, targets });
  });

describe("the two APIs", () => {
  let all: Declared[];
  const named = (name: string) => find(all, name).inputs;
  const ofType = (type: string) => all.filter((resource) => resource.type === type);

  before(async () => {
    all = await declareApis(settings);
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
    const lambdas = ofType("aws:apigatewayv2/integration:Integration").filter(
      ({ inputs }) => inputs.integrationType === "AWS_PROXY" && inputs.integrationSubtype === undefined,
    );
    const routes: readonly Route[] = catalogue.routes;
    const handlers = routes.flatMap(({ apis, handler }) => (apis.includes("http") && handler ? [handler] : []));
    assert.equal(lambdas.length, new Set(handlers).size);
    assert.equal(named("http-get-orders").target, named("http-get-orders-id").target);
  });

  it("deploy the REST API with triggers, to a stage of its own", () => {
    const { triggers } = named("rest-deployment") as { triggers: Record<string, string> };
    for (const trigger of [triggers.plan, triggers.made]) assert.match(trigger!, /^[0-9a-f]{64}$/);
    assert.equal(named("rest-stage").deployment, "rest-deployment_id");
    assert.equal(named("rest-stage").stageName, "v1");
  });

  it("put a route's body into the queue, each by a role that may do nothing else", () => {
    const rest = named("rest-post-shipments-integration");
    assert.equal(rest.uri, "arn:aws:apigateway:eu-west-1:sqs:path/123456789012/shipments");
    assert.equal(rest.credentials, "rest-shipments-sender-role_arn");
    const http = named("http-queue-shipments-by-user-integration");
    assert.equal(http.credentialsArn, "http-shipments-sender-role_arn");
    assert.equal(
      (http.requestParameters as Record<string, string>).QueueUrl,
      "https://sqs.eu-west-1.amazonaws.com/123456789012/shipments",
    );
    for (const api of ["rest", "http"]) {
      const { policy, role } = named(`${api}-shipments-sender-policy`);
      assert.equal(role, `${api}-shipments-sender-role_id`);
      assert.deepEqual(JSON.parse(policy as string).Statement, [
        { Effect: "Allow", Action: ["sqs:SendMessage"], Resource: "arn:aws:sqs:eu-west-1:123456789012:shipments" },
      ]);
    }
  });

  it("map the queue's answers on the REST API, and wait with that for what they map", () => {
    for (const status of ["202", "400", "502"]) {
      const mapped = find(all, `rest-post-shipments-integration-response-${status}`);
      assert.equal(mapped.inputs.statusCode, status);
      assert.ok(mapped.after.includes("rest-post-shipments-integration"));
      assert.equal(named(`rest-post-shipments-response-${status}`).statusCode, status);
    }
  });

  it("have requests looked at on every method, and bodies by the route's model", () => {
    const { validateRequestBody, validateRequestParameters } = named("rest-validator");
    assert.ok(validateRequestBody === true && validateRequestParameters === true);
    for (const { inputs, name } of ofType("aws:apigateway/method:Method"))
      if (inputs.httpMethod !== "OPTIONS") assert.equal(inputs.requestValidatorId, "rest-validator_id", name);
    assert.deepEqual(named("rest-post-shipments").requestModels, { "application/json": "PostShipmentsBody" });
    assert.deepEqual(JSON.parse(named("rest-post-shipments-body").schema as string).required, ["orderId", "address"]);
  });

  it("pass requests on to a public upstream", () => {
    assert.equal(named("rest-get-prices-sku-integration").uri, "https://prices.example.com/prices/{sku}");
    assert.equal(
      named("http-upstream-prices-get-prices-sku-integration").integrationUri,
      "https://prices.example.com/prices/{sku}",
    );
  });

  it("deploy nothing before all of it is there", () => {
    const { after } = find(all, "rest-deployment");
    const parts = all.filter(({ type }) =>
      /apigateway\/(method|integration|methodResponse|integrationResponse|response|model):/.test(type),
    );
    for (const { name } of parts) assert.ok(after.includes(name), name);
  });

  it("log who called what, and never a token", () => {
    for (const stage of ["rest-stage", "http-stage"]) {
      const { format } = named(stage).accessLogSettings as { format: string };
      assert.match(format, /requestId/);
      for (const [variable] of format.matchAll(/\$context\.[\w.]+/g))
        assert.doesNotMatch(variable, /header|token|authorization|querystring|body/i);
    }
  });
});

describe("the two APIs of prod", () => {
  let all: Declared[];
  const named = (name: string) => find(all, name).inputs;

  before(async () => {
    const prod = settingsOf("prod");
    const api = { ...prod.api, stageVariables: { colour: "blue" }, canary: { percent: 10, stable: "a1b2c3" } };
    all = await declareApis({ ...prod, api }, privateNetwork);
  });

  it("reach a private upstream through the VPC link", () => {
    const rest = named("rest-get-prices-sku-integration");
    assert.deepEqual(
      [rest.connectionType, rest.connectionId, rest.integrationTarget, rest.uri],
      ["VPC_LINK", "link", "balancer-arn", "http://balancer:8080/prices/{sku}"],
    );
    const http = named("http-upstream-prices-by-tenant-integration");
    assert.deepEqual(
      [http.connectionType, http.connectionId, http.integrationUri],
      ["VPC_LINK", "link", "listener-arn"],
    );
  });

  it("keep most requests with the stable deployment, and the newest for the others", () => {
    const { deployment, canarySettings } = named("rest-stage");
    assert.equal(deployment, "a1b2c3");
    assert.deepEqual(canarySettings, { deploymentId: "rest-deployment_id", percentTraffic: 10, useStageCache: false });
  });

  it("tell both stages the same variables", () => {
    assert.deepEqual(named("rest-stage").variables, { colour: "blue" });
    assert.deepEqual(named("http-stage").stageVariables, { colour: "blue" });
  });

  it("refuse to be made without the network that an upstream is in", () =>
    assert.throws(() => privateWay({ functions: {}, queues: {}, upstreams: {} }, "prices"), {
      message: /^upstreams\.prices is private, and there is no private network; set network in this stack's file, or/,
    }));
});
