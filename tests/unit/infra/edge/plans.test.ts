import assert from "node:assert/strict";
import fc from "fast-check";
import { planRestEndpoint } from "../../../../infra/apis/plan-rest-endpoint";
import { planHttpDomain, planRestDomain, urlOf } from "../../../../infra/edge/plan-api-domain";
import { planPartners } from "../../../../infra/edge/plan-partners";
import { planResourcePolicy } from "../../../../infra/edge/plan-resource-policy";
import { planRestFirewall } from "../../../../infra/edge/plan-rest-firewall";
import { settingsOf } from "../../../support/settings";

const domain = { name: "api.example.com", hostedZoneId: "Z1" };
const mutualTls = { truststore: "s3://trust/store.pem", version: "7" };
const tls13 = { securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09", endpointAccessMode: "STRICT" };

describe("a REST API's endpoint", () => {
  for (const { why, edge, expected } of [
    {
      why: "is the region's own where nothing else is asked for",
      edge: {},
      expected: { disableExecuteApiEndpoint: false, endpointConfiguration: { types: "REGIONAL" } },
    },
    {
      why: "is closed beside a domain, and takes the domain's TLS",
      edge: { rest: domain },
      expected: { disableExecuteApiEndpoint: true, endpointConfiguration: { types: "REGIONAL" }, ...tls13 },
    },
    {
      why: "names no policy beside mutual TLS, which goes with none of the stricter ones",
      edge: { rest: { ...domain, mutualTls } },
      expected: { disableExecuteApiEndpoint: true, endpointConfiguration: { types: "REGIONAL" } },
    },
    {
      why: "is private where VPC endpoints call it",
      edge: { callers: { accounts: [], vpcEndpoints: ["vpce-12345678"], addresses: [] } },
      expected: {
        disableExecuteApiEndpoint: false,
        endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["vpce-12345678"] },
      },
    },
  ])
    it(why, () => assert.deepEqual(planRestEndpoint({ partners: {}, ...edge }), expected));
});

describe("a REST API's domain", () => {
  const plain = { domainName: domain.name, endpointConfiguration: { types: "REGIONAL", ipAddressType: "dualstack" } };

  it("takes TLS 1.3 alone", () => assert.deepEqual(planRestDomain(domain), { ...plain, ...tls13 }));

  it("takes TLS 1.2 with mutual TLS", () =>
    assert.deepEqual(planRestDomain({ ...domain, mutualTls }), {
      ...plain,
      securityPolicy: "TLS_1_2",
      mutualTlsAuthentication: { truststoreUri: "s3://trust/store.pem", truststoreVersion: "7" },
    }));
});

describe("an HTTP API's domain", () => {
  it("takes TLS 1.2, the one policy that it can have", () =>
    assert.deepEqual(planHttpDomain(domain), {
      domainName: domain.name,
      domainNameConfiguration: { endpointType: "REGIONAL", ipAddressType: "dualstack", securityPolicy: "TLS_1_2" },
    }));

  it("asks clients for certificates of a truststore, with or without its version", () =>
    assert.deepEqual(
      [mutualTls, { truststore: "s3://trust/store.pem" }].map(
        (wanted) => planHttpDomain({ ...domain, mutualTls: wanted }).mutualTlsAuthentication,
      ),
      [{ truststoreUri: "s3://trust/store.pem", truststoreVersion: "7" }, { truststoreUri: "s3://trust/store.pem" }],
    ));

  it("is called at its name, and its base path where it has one", () => {
    assert.equal(urlOf(domain), "https://api.example.com");
    assert.equal(urlOf({ ...domain, basePath: "v1" }), "https://api.example.com/v1");
  });
});

describe("a resource policy", () => {
  type Callers = Parameters<typeof planResourcePolicy>[0];
  const executionArn = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5";
  const statements = (callers: Callers) =>
    JSON.parse(planResourcePolicy(callers, executionArn)).Statement as {
      Effect: string;
      Resource: string;
      Condition?: Record<string, Record<string, string[]>>;
    }[];

  it("lets everybody call the whole API, but for those whom no list has", () => {
    const [allow, deny] = statements({
      accounts: ["123456789012"],
      vpcEndpoints: [],
      addresses: ["198.51.100.0/24"],
    });
    assert.deepEqual([allow!.Effect, allow!.Condition], ["Allow", undefined]);
    assert.equal(allow!.Resource, `${executionArn}/*`);
    assert.deepEqual(deny!.Condition, {
      NotIpAddress: { "aws:SourceIp": ["198.51.100.0/24"] },
      StringNotEquals: { "aws:PrincipalAccount": ["123456789012"] },
    });
  });

  it("denies a request just where none of its lists has it, whatever the lists", () => {
    const some = (...values: string[]) => fc.subarray(values);
    const lists = fc
      .record({
        accounts: some("111111111111", "222222222222"),
        vpcEndpoints: some("vpce-11111111", "vpce-22222222"),
        addresses: some("192.0.2.1/32", "192.0.2.2/32"),
      })
      .filter((all) => Object.values(all).flat().length > 0);
    const request = fc.record(
      {
        "aws:PrincipalAccount": fc.constantFrom("111111111111", "222222222222", "333333333333"),
        "aws:SourceVpce": fc.constantFrom("vpce-11111111", "vpce-22222222", "vpce-33333333"),
        "aws:SourceIp": fc.constantFrom("192.0.2.1", "192.0.2.2", "192.0.2.3"),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(lists, request, (callers, keys) => {
        const [, deny] = statements(callers);
        const isListed =
          callers.accounts.includes(keys["aws:PrincipalAccount"]!) ||
          callers.vpcEndpoints.includes(keys["aws:SourceVpce"]!) ||
          callers.addresses.includes(`${keys["aws:SourceIp"]}/32`);
        assert.equal(holds(deny!.Condition!, keys), !isListed);
      }),
    );
  });
});

/** IAM's reading of negated operators: a key that is absent matches, and all conditions must hold. */
const holds = (
  condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  keys: Readonly<Record<string, string | undefined>>,
) =>
  Object.values(condition).every((tests) =>
    Object.entries(tests).every(
      ([key, values]) =>
        keys[key] === undefined || !values.map((value) => value.replace("/32", "")).includes(keys[key]!),
    ),
  );

describe("partners", () => {
  it("are throttled, and have a quota where one is set", () =>
    assert.deepEqual(
      planPartners({
        partners: {
          Acme: { requestsPerSecond: 20, burst: 40, requestsPerMonth: 1000 },
          Other: { requestsPerSecond: 5, burst: 5 },
        },
      }),
      [
        {
          name: "Acme",
          description: "What Acme may use",
          throttleSettings: { rateLimit: 20, burstLimit: 40 },
          quotaSettings: { limit: 1000, period: "MONTH" },
        },
        { name: "Other", description: "What Other may use", throttleSettings: { rateLimit: 5, burstLimit: 5 } },
      ],
    ));
});

describe("the REST API's firewall", () => {
  const settings = settingsOf("prod");
  const overrides = (allowLocalhost: boolean) =>
    JSON.stringify(planRestFirewall({ ...settings, allowLocalhost })?.rules[1]);

  it("is not there where the environment has none", () =>
    assert.equal(planRestFirewall({ ...settings, edge: { partners: {} } }), undefined));

  it("counts machines without a name, and localhost only where that is allowed", () => {
    assert.match(overrides(false), /NoUserAgent_HEADER/);
    assert.doesNotMatch(overrides(false), /EC2MetaDataSSRF|SizeRestrictions_BODY/);
    assert.match(overrides(true), /EC2MetaDataSSRF_BODY/);
  });
});
