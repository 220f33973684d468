import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import type { Settings } from "../../infra/config/schema";
import { Edge } from "../../infra/edge/edge";
import { resourcePolicy } from "../../infra/edge/resource-policy";
import { settingsOf } from "../support/settings";
import { type Declared, declare, find } from "./mocks";

const prod = settingsOf("prod");

/** What the edge declares before two stages, and what it publishes. */
async function edgeOf(edge: Settings["edge"]) {
  let published: Pick<Edge, "restUrl" | "httpUrl"> | undefined;
  const all = await declare(() => {
    const rest = new aws.apigateway.Stage("rest-stage", { restApi: "rest", deployment: "d", stageName: "v1" });
    const http = new aws.apigatewayv2.Stage("http-stage", { apiId: "http", name: "$default" });
    published = new Edge("edge", { settings: { ...prod, edge }, rest: { stage: rest }, http: { stage: http } });
  });
  return { all, published: published! };
}

describe("the edge", () => {
  let all: readonly Declared[];
  let published: Pick<Edge, "restUrl" | "httpUrl">;
  const named = (name: string) => find(all, name).inputs;

  before(async () => {
    ({ all, published } = await edgeOf(prod.edge));
  });

  it("gives each API a domain with a certificate that a record has proved", () => {
    assert.equal(named("edge-rest-domain").regionalCertificateArn, "edge-rest-certificate_arn");
    for (const api of ["rest", "http"])
      assert.ok(find(all, `edge-${api}-domain`).after.includes(`edge-${api}-certificate-validation`));
    assert.equal(named("edge-rest-domain").securityPolicy, "SecurityPolicy_TLS13_1_3_2025_09");
    const { certificateArn, securityPolicy } = named("edge-http-domain").domainNameConfiguration as Record<
      string,
      string
    >;
    assert.deepEqual([certificateArn, securityPolicy], ["edge-http-certificate_arn", "TLS_1_2"]);
    assert.equal(named("edge-rest-certificate").domainName, "rest.example.com");
    assert.equal(named("edge-rest-certificate-record").zoneId, "Z0123456789EXAMPLE");
  });

  it("points IPv4 and IPv6 at the regional endpoints", () => {
    for (const [record, type] of [
      ["edge-rest-a-record", "A"],
      ["edge-rest-aaaa-record", "AAAA"],
    ] as const) {
      const { aliases, ...rest } = named(record) as { aliases: unknown[]; type: string; name: string };
      assert.deepEqual([rest.type, rest.name], [type, "rest.example.com"]);
      assert.deepEqual(aliases, [
        {
          name: "edge-rest-domain_regionalDomainName",
          zoneId: "edge-rest-domain_regionalZoneId",
          evaluateTargetHealth: false,
        },
      ]);
    }
    assert.ok(find(all, "edge-http-a-record") && find(all, "edge-http-aaaa-record"));
  });

  it("maps the domains to the stages, and says where callers go", () => {
    const { restApi, stageName, basePath } = named("edge-rest-mapping");
    assert.deepEqual([restApi, stageName, basePath], ["rest", "v1", "v1"]);
    const { apiId, stage, apiMappingKey } = named("edge-http-mapping");
    assert.deepEqual([apiId, stage, apiMappingKey], ["http", "$default", undefined]);
    assert.deepEqual(
      [published.restUrl, published.httpUrl],
      ["https://rest.example.com/v1", "https://api.example.com"],
    );
  });

  it("stands before the REST API's stage with a web ACL", () => {
    const { resourceArn, webAclArn } = named("edge-rest-web-acl-association");
    assert.deepEqual([resourceArn, webAclArn], ["rest-stage_arn", "edge-rest-web-acl_arn"]);
  });

  it("meters each partner by a key of its own, whose value nobody is told", () => {
    assert.deepEqual(named("edge-Acme-usage-plan").apiStages, [{ apiId: "rest", stage: "v1" }]);
    assert.deepEqual(named("edge-Acme-usage-plan").quotaSettings, { limit: 1_000_000, period: "MONTH" });
    const { keyId, usagePlanId } = named("edge-Acme-usage-plan-key");
    assert.deepEqual([keyId, usagePlanId], ["edge-Acme-api-key_id", "edge-Acme-usage-plan_id"]);
    assert.ok(!("value" in named("edge-Acme-api-key")));
    assert.ok(find(all, "edge-Acme-usage-plan-key").secretOutputs.includes("value"));
  });

  it("is nothing where an environment asks for nothing", async () => {
    const { all: bare, published: none } = await edgeOf({ partners: {} });
    assert.deepEqual(bare.map(({ name }) => name).sort(), ["http-stage", "rest-stage"]);
    assert.deepEqual([none.restUrl, none.httpUrl], [undefined, undefined]);
  });
});

describe("the resource policy", () => {
  it("is not there where everybody may call", () => assert.equal(resourcePolicy("rest", { partners: {} }), undefined));

  it("names the API that it guards", async () => {
    const callers = { accounts: [], vpcEndpoints: [], addresses: ["198.51.100.0/24"] };
    const all = await declare(() => {
      resourcePolicy("rest", { partners: {}, callers })!(new aws.apigateway.RestApi("api", {}));
    });
    const { restApiId, policy } = find(all, "rest-policy").inputs;
    assert.equal(restApiId, "api_id");
    assert.match(String(policy), /"Resource":"api_executionArn\/\*"/);
  });
});
