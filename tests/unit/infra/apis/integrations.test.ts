import assert from "node:assert/strict";
import { planHttpApi } from "../../../../infra/apis/plan-http-api";
import { planHttpIntegration } from "../../../../infra/apis/plan-http-integration";
import { planRestIntegration } from "../../../../infra/apis/plan-rest-integration";
import { sendingTo } from "../../../../infra/apis/rest-target";
import { planAuthorizers } from "../../../../infra/authorizers/plan-authorizers";
import type { Authorizer } from "../../../../infra/catalogue/define/authorizer";
import { minutes } from "../../../../infra/catalogue/define/duration";
import { header, query } from "../../../../infra/catalogue/define/identity-source";
import type { Route } from "../../../../infra/catalogue/define/route";
import type { Settings } from "../../../../infra/config/schema";
import { settingsOf } from "../../../support/settings";

const declared: Record<string, Authorizer> = {
  user: { kind: "cognito", cacheTtl: minutes(1) },
  tenant: { kind: "lambda", function: "judge", cacheTtl: minutes(1) },
  link: {
    kind: "lambda",
    function: "judge",
    cacheTtl: minutes(1),
    identity: [header("X-Ticket"), query("ticket")],
  },
  role: { kind: "iam" },
};
const authorizers = planAuthorizers(declared, {});
const { api } = settingsOf("dev");
const upstreams: Settings["upstreams"] = {
  open: { kind: "public", url: "https://open.example/base/" },
  hidden: { kind: "private", port: 8080, healthPath: "/health" },
};
const settings = { api, upstreams };

const guarded = { apis: ["rest", "http"], authorizer: "user", scopes: ["orders/read"] } as const;
const onRest = (route: object) => planRestIntegration(route as Route, authorizers, settings);
const onHttp = (route: object) => planHttpIntegration(route as Route, "slug", authorizers, upstreams);

describe("a function", () => {
  const route = { ...guarded, method: "GET", path: "/orders", handler: "orders" } as const;

  it("is called as a proxy on both APIs, and each route of an HTTP API shares its integration", () => {
    assert.deepEqual(onRest(route).args, {
      type: "AWS_PROXY",
      integrationHttpMethod: "POST",
      responseTransferMode: "BUFFERED",
    });
    assert.deepEqual(onHttp(route).args, { integrationType: "AWS_PROXY", payloadFormatVersion: "2.0" });
    assert.equal(onHttp({ ...route, authorizer: "tenant", path: "/other" }).key, onHttp(route).key);
  });

  it("streams its answer on the REST API where the route says so", () => {
    const { target, args } = onRest({ ...route, streaming: true });
    assert.equal(args.responseTransferMode, "STREAM");
    assert.ok(target.kind === "lambda" && target.streaming);
  });
});

describe("a queue on the REST API", () => {
  const route = { ...guarded, method: "POST", path: "/shipments", queue: "shipments" } as const;
  const template = (changes: object = {}) =>
    onRest({ ...route, ...changes }).args.requestTemplates!["application/json"]!;

  it("is sent the body as a form, and nothing but JSON gets so far", () => {
    const { args } = onRest(route);
    assert.equal(args.type, "AWS");
    assert.equal(args.passthroughBehavior, "NEVER");
    assert.equal(
      args.requestParameters!["integration.request.header.Content-Type"],
      "'application/x-www-form-urlencoded'",
    );
    assert.deepEqual(Object.keys(args.requestTemplates!), ["application/json"]);
    assert.match(template(), /Action=SendMessage&Version=2012-11-05&MessageBody=\$util\.urlEncode\(\$input\.body\)/);
    assert.doesNotMatch(template(), /\n/);
  });

  for (const { who, authorizer, variables } of [
    {
      who: "a user pool's tokens",
      authorizer: "user",
      variables: ["claims.sub", "claims.client_id", "claims.tenant"].map((name) => `context.authorizer.${name}`),
    },
    {
      who: "a function's findings",
      authorizer: "tenant",
      variables: ["subject", "clientId", "tenant"].map((name) => `context.authorizer.${name}`),
    },
    { who: "AWS credentials", authorizer: "role", variables: ["context.identity.userArn"] },
    { who: "nothing, on a public route", authorizer: undefined, variables: [] },
  ])
    it(`is told by ${who} who sent a message, as far as that is known`, () => {
      const text = template({ authorizer, ...(authorizer === undefined && { scopes: undefined }) });
      assert.deepEqual(
        [...text.matchAll(/#if\("\$!([\w.]+)" != ""\)/g)].map(([, name]) => name),
        variables,
      );
      for (const name of variables)
        assert.ok(text.includes(`MessageAttribute.\${count}.Value.StringValue=$util.urlEncode("$!${name}")`), name);
    });

  it("makes 202 with the message's id of SQS's 200, and problems of all else", () => {
    const { responses } = onRest(route);
    assert.deepEqual(
      responses.map(({ statusCode, selectionPattern }) => [statusCode, selectionPattern]),
      [
        ["202", "200"],
        ["400", "400"],
        ["502", undefined],
      ],
    );
    const [accepted, ...refused] = responses;
    assert.deepEqual(accepted!.responseTemplates, {
      "application/json": `{"messageId":"$input.path('$.SendMessageResponse.SendMessageResult.MessageId')"}`,
    });
    for (const { responseTemplates, statusCode } of refused) {
      const body = JSON.parse(responseTemplates["application/problem+json"]!) as Record<string, unknown>;
      assert.equal(body.status, Number(statusCode));
      assert.ok(typeof body.title === "string" && typeof body.detail === "string");
    }
  });

  it("is reached by path in its own region and account", () =>
    assert.equal(
      sendingTo("arn:aws-cn:sqs:cn-north-1:123456789012:shipments-1a2b"),
      "arn:aws-cn:apigateway:cn-north-1:sqs:path/123456789012/shipments-1a2b",
    ));
});

describe("a queue on the HTTP API", () => {
  const route = { ...guarded, method: "POST", path: "/shipments", queue: "shipments" } as const;
  const attributesOf = (changes: object = {}) => {
    const text = onHttp({ ...route, ...changes }).args.requestParameters!.MessageAttributes;
    return text === undefined ? undefined : (JSON.parse(text) as Record<string, { StringValue: string }>);
  };

  it("is sent the body by an AWS service integration", () => {
    const { integrationType, integrationSubtype, payloadFormatVersion, requestParameters } = onHttp(route).args;
    assert.deepEqual(
      [integrationType, integrationSubtype, payloadFormatVersion, requestParameters!.MessageBody],
      ["AWS_PROXY", "SQS-SendMessage", "1.0", "$request.body"],
    );
  });

  it("is told what always has a value: a mapping without one would fail the request", () => {
    const subject = { DataType: "String", StringValue: "${context.authorizer.claims.sub}" };
    const clientId = { DataType: "String", StringValue: "${context.authorizer.claims.client_id}" };
    assert.deepEqual(attributesOf(), { subject, clientId });
    assert.deepEqual(attributesOf({ scopes: undefined }), { subject });
    assert.deepEqual(Object.keys(attributesOf({ authorizer: "tenant" })!), ["subject", "clientId"]);
    assert.equal(
      attributesOf({ authorizer: "role", scopes: undefined })!.subject!.StringValue,
      "${context.identity.userArn}",
    );
    assert.equal(attributesOf({ authorizer: undefined, scopes: undefined }), undefined);
  });

  it("shares an integration between routes whose mappings are equal, and no others", () => {
    const keys = [
      onHttp(route),
      onHttp({ ...route, path: "/other" }),
      onHttp({ ...route, authorizer: "tenant" }),
      onHttp({ ...route, scopes: undefined }),
      onHttp({ ...route, authorizer: undefined, scopes: undefined }),
      onHttp({ ...route, queue: "other" }),
    ].map(({ key }) => key);
    assert.equal(keys[0], keys[1]);
    assert.equal(new Set(keys).size, 5);
  });
});

describe("an upstream", () => {
  const route = { ...guarded, method: "GET", path: "/prices/{sku}/{proxy+}", upstream: "open" } as const;
  const withoutToken = { "integration.request.header.Authorization": "'withheld'" };

  it("gets path parameters and who calls from the REST API, and not the token", () =>
    assert.deepEqual(onRest(route), {
      target: { kind: "http", upstream: "open" },
      address: "https://open.example/base/prices/{sku}/{proxy}",
      args: {
        type: "HTTP_PROXY",
        integrationHttpMethod: "GET",
        connectionType: "INTERNET",
        requestParameters: {
          "integration.request.path.sku": "method.request.path.sku",
          "integration.request.path.proxy": "method.request.path.proxy",
          "integration.request.header.x-caller-subject": "context.authorizer.claims.sub",
          ...withoutToken,
        },
      },
      responses: [],
    }));

  for (const { why, changes, parameters } of [
    {
      why: "nor a partner's key",
      changes: { metered: true },
      parameters: { ...withoutToken, "integration.request.header.x-api-key": "'withheld'" },
    },
    {
      why: "nor what another authorizer looks at",
      changes: { authorizer: "link" },
      parameters: {
        ...withoutToken,
        "integration.request.header.X-Ticket": "'withheld'",
        "integration.request.querystring.ticket": "'withheld'",
      },
    },
    {
      why: "nor, on a public route, a token that nobody asked for, or a subject of the client's own making",
      changes: { authorizer: undefined, scopes: undefined, public: "a test" },
      parameters: { ...withoutToken, "integration.request.header.x-caller-subject": "'anonymous'" },
    },
  ])
    it(`gets from the REST API ${why}`, () => {
      const found = onRest({ ...route, ...changes }).args.requestParameters!;
      for (const [name, value] of Object.entries(parameters)) assert.equal(found[name], value, name);
    });

  it("gets from the HTTP API who calls, whatever header the client sent", () => {
    const { key, address, args } = onHttp(route);
    assert.deepEqual([key, address], ["upstream-open-slug", "https://open.example/base/prices/{sku}/{proxy}"]);
    assert.deepEqual(args, {
      integrationType: "HTTP_PROXY",
      payloadFormatVersion: "1.0",
      integrationMethod: "GET",
      connectionType: "INTERNET",
      requestParameters: { "overwrite:header.x-caller-subject": "$context.authorizer.claims.sub" },
    });
    const anybody = onHttp({ ...route, authorizer: undefined, scopes: undefined }).args.requestParameters;
    assert.deepEqual(anybody, { "overwrite:header.x-caller-subject": "anonymous" });
  });

  it("gets from the HTTP API no other credentials, and no mapping of a header that AWS reserves", () => {
    const parameters = onHttp({ ...route, authorizer: "link" }).args.requestParameters!;
    assert.equal(parameters["remove:header.X-Ticket"], "''");
    assert.equal(parameters["remove:querystring.ticket"], "''");
    for (const name of Object.keys(parameters))
      assert.doesNotMatch(name, /authorization|x-forwarded|^\w+:header\.via$/i);
  });

  it("is reached through VPC links when it is private, by one HTTP integration for all routes of an authorizer", () => {
    const hidden = { ...route, upstream: "hidden" };
    const rest = onRest(hidden);
    assert.deepEqual([rest.args.connectionType, rest.address], ["VPC_LINK", "/prices/{sku}/{proxy}"]);
    const { key, args, address } = onHttp(hidden);
    assert.deepEqual(
      [key, address, args.connectionType, args.integrationMethod, args.requestParameters!["overwrite:path"]],
      ["upstream-hidden-by-user", undefined, "VPC_LINK", "ANY", "$request.path"],
    );
    const routes = [
      hidden,
      { ...hidden, method: "POST", path: "/stock" },
      { ...hidden, authorizer: "tenant", path: "/x" },
    ];
    const plan = planHttpApi(routes as unknown as Route[], authorizers, settings);
    assert.deepEqual(
      plan.integrations.map((one) => one.key),
      ["upstream-hidden-by-user", "upstream-hidden-by-tenant"],
    );
    assert.deepEqual(
      plan.routes.map(({ integration }) => integration),
      ["upstream-hidden-by-user", "upstream-hidden-by-user", "upstream-hidden-by-tenant"],
    );
  });
});
