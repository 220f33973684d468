import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { HttpApi } from "../../infra/apis/http-api";
import type { RestApi } from "../../infra/apis/rest-api";
import { catalogue } from "../../infra/catalogue";
import type { Queues } from "../../infra/compute/queues";
import type { Edge } from "../../infra/edge/edge";
import type { Network } from "../../infra/network/network";
import { stackOutputs } from "../../infra/outputs/stack-outputs";
import { full, identityOf } from "./environments";
import { declare } from "./mocks";

const known = (text: string) => pulumi.output(text);
/** The APIs, as far as outputs read them. */
const rest = {
  restApi: { id: known("rest-id"), executionArn: known("rest-arn") },
  stage: { invokeUrl: known("https://rest.example/v1") },
  authorizerIds: { user: known("rest-user") },
  deploymentId: known("rest-deployment"),
} as unknown as RestApi;
const http = {
  api: { id: known("http-id"), executionArn: known("http-arn"), apiEndpoint: known("https://http.example") },
  authorizerIds: { user: known("http-user") },
} as unknown as HttpApi;

const queues = { byName: { shipments: { url: known("queue-url"), arn: known("queue-arn") } } } as unknown as Queues;
const edge = {
  restUrl: undefined,
  httpUrl: "https://api.example.com",
  partnerApiKeyIds: { Acme: known("key-id") },
} as unknown as Edge;
const network = {
  vpcId: known("vpc"),
  loadBalancerGroupId: known("group"),
  targetGroupArns: { prices: known("targets") },
};
const observability = { alarmTopicArn: known("topic-arn"), dashboardUrl: known("https://console.example") };

describe("the stack's outputs", () => {
  const found = new Map<string, { readonly value: unknown; readonly secret: boolean }>();

  before(async () => {
    let outputs: Readonly<Record<string, unknown>> = {};
    await declare(() => {
      outputs = stackOutputs({
        settings: full,
        identity: identityOf(full),
        network: network as unknown as Network,
        rest,
        http,
        queues,
        edge,
        observability,
      });
    });
    for (const [name, output] of Object.entries(outputs)) {
      const whole = pulumi.output(output) as pulumi.Output<unknown>;
      const value = await new Promise((resolve) => void whole.apply(resolve));
      found.set(name, { value, secret: await pulumi.isSecret(whole) });
    }
  });

  it("are flat, and none is secret, though clients and providers have secrets", () => {
    for (const [name, { value, secret }] of found) {
      assert.equal(secret, false, name);
      const flat = typeof value === "string" || (Array.isArray(value) && value.every((one) => typeof one === "string"));
      assert.ok(flat, `${name} is ${JSON.stringify(value)}`);
    }
  });

  for (const { name, value } of [
    { name: "loginUrl", value: "https://login.example.com" },
    { name: "tokenEndpoint", value: "https://login.example.com/oauth2/token" },
    { name: "samlEntityId", value: "urn:amazon:cognito:sp:users-pool_id" },
    { name: "samlResponseUrl", value: "https://login.example.com/saml2/idpresponse" },
    { name: "oidcResponseUrl", value: "https://login.example.com/oauth2/idpresponse" },
    { name: "identityProviders", value: ["partner", "acme"] },
    { name: "groups", value: Object.keys(catalogue.groups) },
    { name: "clientIdStorefront", value: "storefront-client_id" },
    { name: "clientSecretArnBackoffice", value: "backoffice-secret_arn" },
    { name: "clientSecretArnFulfilment", value: "fulfilment-secret_arn" },
    { name: "restApiUrl", value: "https://rest.example/v1" },
    { name: "httpAuthorizerIdUser", value: "http-user" },
    { name: "httpApiUrl", value: "https://api.example.com" },
    { name: "queueUrlShipments", value: "queue-url" },
    { name: "partnerApiKeyIds", value: ["Acme:key-id"] },
    { name: "targetGroupArnPrices", value: "targets" },
    { name: "networkVpcId", value: "vpc" },
    { name: "clientSecretArnStorefront", value: undefined },
  ])
    it(`give ${value === undefined ? "no" : "the"} ${name}`, () => assert.deepEqual(found.get(name)?.value, value));
});
