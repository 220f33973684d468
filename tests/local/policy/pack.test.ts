import assert from "node:assert/strict";
import { EnforcementLevel, PolicySeverity, PolicyType } from "@pulumi/pulumi/proto/analyzer_pb";
import { controls } from "../../../policy/controls";
import { waysIn } from "../../../policy/controls/ways-in";
import { httpApi, httpRoute, restApi, restMethod, restResource } from "../../../policy/resource-types";
import { formsOf, inForm, referenceCases } from "../../support/policy/cases";
import { PackProcess, packFolder, type WireResource } from "../../support/policy/pack-process";
import { urnOf } from "../../support/policy/resources";
import { secret, sentinel } from "../../support/policy/wire";

const { ADVISORY, MANDATORY, DISABLED, REMEDIATE } = EnforcementLevel;

describe("the policy pack as a process", () => {
  let pack: PackProcess;
  before(async () => {
    pack = await PackProcess.start(packFolder);
  });
  after(() => pack?.stop());
  // The engine always sends every policy's settings; what it leaves out, the pack fills in.
  beforeEach(() => pack.configure({}));

  it("announces every control with its level, severity and configuration", async () => {
    const { name, version, policiesList } = (await pack.info()).toObject();
    assert.deepEqual([name, version], ["gatehouse", "0.1.0"]);
    assert.deepEqual(
      policiesList.map((policy) => policy.name),
      controls.map(({ id }) => id),
    );
    const rest = policiesList.find((policy) => policy.name === "rest-method-has-authorizer")!;
    assert.equal(rest.enforcementlevel, MANDATORY);
    assert.equal(rest.severity, PolicySeverity.POLICY_SEVERITY_CRITICAL);
    assert.equal(rest.policyType, PolicyType.POLICY_TYPE_RESOURCE);
    assert.ok(rest.tagsList.includes("checkov:CKV_AWS_59"));
    const schema = (await pack.info()).getPoliciesList()[0]!.getConfigschema()!.getProperties()!.toJavaScript();
    assert.equal((schema.exceptions as { type: string }).type, "array");
    const stackOnly = policiesList.find((policy) => policy.name === "exceptions-are-in-use")!;
    assert.equal(stackOnly.policyType, PolicyType.POLICY_TYPE_STACK);
  });

  for (const { why, resource, violates } of [
    {
      why: "refuses an open method in a first preview, in which its ids are unknown",
      resource: method({ authorization: "NONE" }),
      violates: ["rest-method-has-authorizer"],
    },
    {
      why: "refuses an authorization that is itself unknown, rather than saying that it cannot run",
      resource: method({ authorization: sentinel }),
      violates: ["rest-method-has-authorizer"],
    },
    {
      why: "passes an authorizer that is made in the same deployment",
      resource: method({ authorization: "CUSTOM", authorizerId: sentinel }),
      violates: [],
    },
    {
      why: "refuses an authorizer type without an authorizer",
      resource: method({ authorization: "CUSTOM" }),
      violates: ["method-authorizer-id-present"],
    },
    {
      why: "refuses a route with an authorizer and no type",
      resource: route({ authorizerId: sentinel }),
      violates: ["http-route-has-authorizer"],
    },
    {
      why: "refuses quick create with a target that is unknown",
      resource: { type: httpApi, name: "quick", props: { protocolType: "HTTP", target: sentinel } },
      violates: ["http-quick-create-open-default-route"],
    },
    {
      why: "refuses an OpenAPI definition that is unknown, as nothing shows that its operations are not open",
      resource: { type: restApi, name: "rest", props: { body: sentinel } },
      violates: ["openapi-operation-has-authorizer"],
    },
    {
      why: "judges no other resource",
      resource: { type: "aws:s3/bucket:Bucket", name: "files", props: { body: sentinel } },
      violates: [],
    },
  ])
    it(why, async () => {
      const found = await pack.analyze(resource);
      const ending = found.filter(({ enforcementlevel }) => enforcementlevel === MANDATORY);
      assert.deepEqual(
        ending.map(({ policyname }) => policyname),
        violates,
      );
      for (const { message } of found) assert.match(message, /https:\/\/docs\.aws\.amazon\.com\//);
    });

  it("tells what is open, to whom, and what to write instead", async () => {
    const [violation] = await pack.analyze(method({ authorization: "NONE" }));
    assert.equal(
      violation?.message,
      "Every method of a REST API but OPTIONS has an authorizer.\n" +
        "Anyone can call this method without credentials: authorization is NONE. " +
        "Set authorization to COGNITO_USER_POOLS or CUSTOM with an authorizerId, or to AWS_IAM; " +
        "if the method must be public, list it in the policy's exceptions. " +
        "See https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
    );
  });

  it("judges a secret value and prints none of it", async () => {
    const hidden = "hunter2-hunter2";
    assert.deepEqual(await about(method({ authorization: secret("AWS_IAM") })), []);
    const found = await pack.analyze(method({ authorization: secret(hidden) }));
    assert.ok(found.some(({ policyname }) => policyname === "rest-method-has-authorizer"));
    assert.ok(!JSON.stringify(found).includes(hidden));
  });

  it("keeps to the level that configuration sets", async () => {
    await pack.configure({ "rest-method-has-authorizer": { level: ADVISORY } });
    const [violation] = await about(method({ authorization: "NONE" }));
    assert.equal(violation?.enforcementlevel, ADVISORY);
    await pack.configure({ "rest-method-has-authorizer": { level: DISABLED } });
    assert.deepEqual(await about(method({ authorization: "NONE" })), []);
  });

  it("judges an open $default by the protocol of its API, while all ids are unknown", async () => {
    const props = { apiId: sentinel, routeKey: "$default", authorizationType: "NONE" };
    const chat = { type: httpRoute, name: "chat-default", props, refs: { apiId: ["chat"] } };
    const web = { type: httpRoute, name: "web-default", props, refs: { apiId: ["web"] } };
    const found = await pack.analyzeStack([
      { type: httpApi, name: "chat", props: { protocolType: "WEBSOCKET", apiEndpoint: sentinel } },
      { type: httpApi, name: "web", props: { protocolType: "HTTP", apiEndpoint: sentinel } },
      chat,
      web,
    ]);
    const about = found.filter(({ policyname }) => policyname === "http-route-has-authorizer");
    assert.deepEqual(
      about.map(({ urn, enforcementlevel }) => ({ urn, enforcementlevel })),
      [{ urn: urnOf(web), enforcementlevel: MANDATORY }],
    );
  });

  describe("exceptions", () => {
    const health = { ...method({ authorization: "NONE" }), name: "rest-get-health", refs: { resourceId: ["health"] } };
    const httpHealth = route({ routeKey: "GET /health", authorizationType: "NONE" });
    const paths = (pathPart: string): WireResource[] => [
      { type: restApi, name: "rest", props: {} },
      { type: restResource, name: "health", props: { pathPart, path: sentinel }, refs: { parentId: ["rest"] } },
    ];

    it("let the two health routes of the committed list be public, and nothing beside", async () => {
      assert.deepEqual(await about(health), []);
      assert.deepEqual(await about(httpHealth), []);
      const found = await pack.analyzeStack([...paths("health"), health, httpHealth]);
      assert.deepEqual(
        found.filter(({ policyname }) => policyname.startsWith("except")),
        [],
      );
      assert.equal((await about({ ...health, name: "rest-get-orders" })).length, 1);
    });

    it("do not follow a method to another path", async () => {
      await pack.analyze(health);
      const found = await pack.analyzeStack([...paths("orders"), health]);
      const moved = found.find(({ policyname }) => policyname === "excepted-method-has-its-path");
      assert.equal(moved?.urn, urnOf(health));
      assert.equal(moved?.enforcementlevel, MANDATORY);
    });

    it("come from configuration instead, if it has any", async () => {
      const exceptions = [{ route: "GET /hook", reason: "The sender signs its calls", expires: "2999-12-31" }];
      await pack.configure({ "http-route-has-authorizer": { level: MANDATORY, properties: { exceptions } } });
      assert.deepEqual(await about(route({ routeKey: "GET /hook" })), []);
      assert.equal((await about(httpHealth)).length, 1);
    });

    it("excuse nothing once they have ended, and are reported", async () => {
      const exceptions = [{ route: "GET /hook", reason: "Until the sender signs its calls", expires: "2000-01-01" }];
      await pack.configure({ "http-route-has-authorizer": { level: MANDATORY, properties: { exceptions } } });
      const hook = route({ routeKey: "GET /hook" });
      const [violation] = await about(hook);
      assert.match(violation?.message ?? "", /Its exception for "GET \/hook" ended on 2000-01-01/);
      const reports = (await pack.analyzeStack([hook])).filter(
        ({ policyname }) => policyname === "exceptions-are-in-use",
      );
      assert.ok(reports.some(({ message }) => message.includes('"GET /hook" in http-route-has-authorizer ended on')));
      assert.ok(reports.every(({ enforcementlevel }) => enforcementlevel === ADVISORY));
    });

    it("that cannot be read let nothing pass, not even a resource that they do not concern", async () => {
      const exceptions = [{ route: "GET /*" }];
      await pack.configure({ "http-route-has-authorizer": { level: MANDATORY, properties: { exceptions } } });
      await assert.rejects(
        pack.analyze({ type: "pulumi:pulumi:Stack", name: "gatehouse-dev", props: {} }),
        (error: Error) => {
          assert.match(
            error.message,
            /http-route-has-authorizer.exceptions\[0\].route is "GET \/\*"; expected one route/,
          );
          assert.match(error.message, /http-route-has-authorizer.exceptions\[0\].reason is missing; expected why/);
          assert.ok(!error.message.includes("    at "), "a fault of configuration has no stack");
          return true;
        },
      );
    });
  });

  describe("remediation", () => {
    const settings = {
      type: "aws:apigateway/methodSettings:MethodSettings",
      name: "rest-settings",
      props: {
        restApi: sentinel,
        stageName: secret("v1"),
        settings: { cachingEnabled: true, cacheTtlInSeconds: sentinel, requireAuthorizationForCacheControl: false },
      },
    };
    const id = "cache-invalidation-needs-authorization";

    it("is off where configuration does not ask for it", async () => {
      assert.deepEqual(await pack.remediate(settings), []);
      assert.equal((await pack.analyze(settings)).filter(({ policyname }) => policyname === id).length, 1);
    });

    it("puts right what it names, and keeps unknown and secret values", async () => {
      await pack.configure({ [id]: { level: REMEDIATE } });
      const [remediation, ...others] = await pack.remediate(settings);
      assert.deepEqual(others, []);
      assert.deepEqual(remediation, {
        policy: id,
        properties: {
          ...settings.props,
          settings: { ...settings.props.settings, requireAuthorizationForCacheControl: true },
        },
      });
    });

    for (const { id, given, right } of [
      {
        id: "cognito-client-token-revocation",
        given: { enableTokenRevocation: false },
        right: { enableTokenRevocation: true },
      },
      {
        id: "cognito-client-prevent-user-existence-errors",
        given: { preventUserExistenceErrors: "LEGACY" },
        right: { preventUserExistenceErrors: "ENABLED" },
      },
    ])
      it(`puts an app client right: ${id}`, async () => {
        await pack.configure({ [id]: { level: REMEDIATE } });
        const props = { userPoolId: sentinel, name: "shop", generateSecret: true };
        const client = {
          type: "aws:cognito/userPoolClient:UserPoolClient",
          name: "shop",
          props: { ...props, ...given },
        };
        assert.deepEqual(await pack.remediate(client), [{ policy: id, properties: { ...props, ...right } }]);
        assert.deepEqual(await pack.remediate({ ...client, props: { ...props, ...right } }), []);
      });

    it("makes the TTL of an authorizer explicit, which AWS would otherwise choose", async () => {
      await pack.configure({ "authorizer-cache-has-identity-source": { level: REMEDIATE } });
      const authorizer = {
        type: "aws:apigateway/authorizer:Authorizer",
        name: "tenant",
        props: { restApi: sentinel, type: "REQUEST", identitySource: "method.request.header.Authorization" },
      };
      assert.deepEqual(
        (await pack.remediate(authorizer)).map(({ properties }) => properties),
        [{ ...authorizer.props, authorizerResultTtlInSeconds: 300 }],
      );
      const chosen = { ...authorizer, props: { ...authorizer.props, authorizerResultTtlInSeconds: 0 } };
      assert.deepEqual(await pack.remediate(chosen), []);
    });
  });

  for (const { id } of waysIn.filter((control) => !control.id.startsWith("except")))
    it(`agrees with the reference cases of ${id}, in update and in preview`, async () => {
      await pack.configure(
        Object.fromEntries(
          controls.map((control) => [control.id, { level: control.id === id ? MANDATORY : DISABLED }]),
        ),
      );
      for (const reference of referenceCases(id))
        for (const form of formsOf(reference)) {
          const wire = inForm(reference, form) as readonly WireResource[];
          const found = await pack.analyzeStack(wire);
          for (const resource of wire) found.push(...(await pack.analyze(resource)));
          for (const { enforcementlevel } of found)
            assert.equal(enforcementlevel, MANDATORY, "a verdict, not an excuse");
          assert.equal(
            found.length > 0,
            reference.expect === "flag",
            `${reference.name} of ${reference.source}, in ${form}`,
          );
        }
    });

  /** What the policy about ways in says of a resource; other policies have their own to say. */
  async function about(resource: WireResource) {
    const found = await pack.analyze(resource);
    return found.filter(({ policyname }) => policyname.endsWith("-has-authorizer"));
  }
});

function method(props: WireResource["props"]): WireResource {
  const ids = { restApi: sentinel, resourceId: sentinel };
  return { type: restMethod, name: "rest-get-orders", props: { ...ids, httpMethod: "GET", ...props } };
}

function route(props: WireResource["props"]): WireResource {
  return { type: httpRoute, name: "http-get-orders", props: { apiId: sentinel, routeKey: "GET /orders", ...props } };
}
