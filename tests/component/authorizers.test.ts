import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { HttpAuthorizer } from "../../infra/authorizers/http-authorizer";
import { planAuthorizers } from "../../infra/authorizers/plan-authorizers";
import { RestAuthorizer } from "../../infra/authorizers/rest-authorizer";
import type { Authorizer } from "../../infra/catalogue/define/authorizer";
import { minutes } from "../../infra/catalogue/define/duration";
import { header, query } from "../../infra/catalogue/define/identity-source";
import { type Declared, declare, find } from "./mocks";

const cacheTtl = minutes(0);
const declared = {
  shop: { kind: "cognito", cacheTtl, audiences: ["courier", "storefront"] },
  everyone: { kind: "cognito", cacheTtl },
  partner: { kind: "lambda", function: "judge", cacheTtl, identity: [header("X-Token"), query("partner")] },
  legacy: { kind: "lambda", function: "judge", cacheTtl, rest: "token" },
  operator: { kind: "iam" },
} as const satisfies Record<string, Authorizer>;

describe("authorizers on their APIs", () => {
  let all: Declared[];
  const inputs = (name: string) => find(all, name).inputs;

  before(async () => {
    all = await declare(() => {
      const restApi = new aws.apigateway.RestApi("rest-api");
      const api = new aws.apigatewayv2.Api("http-api", { protocolType: "HTTP" });
      const authorizers = {
        plans: planAuthorizers(declared, {}),
        userPoolArn: "pool-arn",
        issuer: "https://issuer",
        clientIds: { storefront: "1", backoffice: "2", courier: "3" },
        functions: { judge: new aws.lambda.Function("judge", { role: "r" }) },
      };
      for (const authorizer of ["shop", "everyone", "partner", "legacy"]) {
        new RestAuthorizer(`rest-${authorizer}`, { restApi, authorizer, authorizers });
        new HttpAuthorizer(`http-${authorizer}`, { api, authorizer, authorizers });
      }
      assert.throws(
        () => new RestAuthorizer("rest-operator", { restApi, authorizer: "operator", authorizers }),
        /operator is iam/,
      );
    });
  });

  it("trust the pool's issuer, for the ids of the listed clients or of all", () => {
    assert.deepEqual(inputs("http-shop-authorizer").jwtConfiguration, {
      issuer: "https://issuer",
      audiences: ["3", "1"],
    });
    assert.deepEqual(inputs("http-everyone-authorizer").jwtConfiguration, {
      issuer: "https://issuer",
      audiences: ["1", "2", "3"],
    });
    assert.deepEqual(inputs("rest-shop-authorizer").providerArns, ["pool-arn"]);
  });

  for (const { why, name, found } of [
    {
      why: "REST: the whole request, by every identity source",
      name: "rest-partner",
      found: ["REQUEST", "method.request.header.X-Token,method.request.querystring.partner", 0],
    },
    {
      why: "REST: the token alone",
      name: "rest-legacy",
      found: ["TOKEN", "method.request.header.Authorization", 0],
    },
  ])
    it(`ask the function what is declared, and write out that nothing is cached: ${why}`, () => {
      const { type, identitySource, authorizerResultTtlInSeconds, authorizerUri } = inputs(`${name}-authorizer`);
      assert.deepEqual([type, identitySource, authorizerResultTtlInSeconds], found);
      assert.equal(authorizerUri, "judge_invokeArn");
    });

  it("ask the function what is declared, and write out that nothing is cached: HTTP", () => {
    const { authorizerType, identitySources, authorizerResultTtlInSeconds } = inputs("http-partner-authorizer");
    assert.equal(authorizerType, "REQUEST");
    assert.deepEqual(identitySources, ["$request.header.X-Token", "$request.querystring.partner", "$context.routeKey"]);
    assert.equal(authorizerResultTtlInSeconds, 0);
  });

  it("may call the function each for itself, and those that need none call none", () => {
    const permissions = all.filter(({ type }) => type === "aws:lambda/permission:Permission");
    assert.deepEqual(
      permissions.map(({ inputs: { sourceArn } }) => sourceArn).sort(),
      ["http", "rest"].flatMap((api) =>
        ["legacy", "partner"].map((name) => `${api}-api_executionArn/authorizers/${api}-${name}-authorizer_id`),
      ),
    );
  });
});
