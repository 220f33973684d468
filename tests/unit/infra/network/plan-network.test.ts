import assert from "node:assert/strict";
import fc from "fast-check";
import { networkBits, subnetMasks } from "../../../../infra/config/subnets";
import { planNetwork } from "../../../../infra/network/plan-network";
import { planWebAcl } from "../../../../infra/network/plan-web-acl";
import { settingsOf } from "../../../support/settings";

const prod = settingsOf("prod");
const withNetwork = (natGateways: "none" | "single" | "onePerZone") =>
  planNetwork({ ...prod, network: { cidr: "10.20.0.0/16", zones: 3, natGateways } })!;

describe("the plan of the private network", () => {
  it("has none where the environment has none", () =>
    assert.equal(planNetwork({ ...prod, network: undefined }), undefined));

  it("has private subnets and nothing paid by the hour unless asked", () => {
    const { vpc } = withNetwork("none");
    assert.deepEqual(vpc.natGateways, { strategy: "None" });
    assert.deepEqual(vpc.subnetSpecs, [{ type: "Private", cidrMask: 19 }]);
  });

  it("leaves private subnets where they are when NAT gateways come", () => {
    const before = withNetwork("none").vpc;
    for (const [natGateways, strategy] of [
      ["single", "Single"],
      ["onePerZone", "OnePerAz"],
    ] as const) {
      const { vpc } = withNetwork(natGateways);
      assert.deepEqual(vpc.natGateways, { strategy });
      assert.deepEqual(vpc.subnetSpecs, [...before.subnetSpecs, { type: "Public", cidrMask: 20 }]);
      assert.equal(vpc.availabilityZoneCidrMask, before.availabilityZoneCidrMask);
    }
  });

  it("holds the private upstreams, and not the public ones", () => {
    const upstreams = {
      prices: { kind: "private", port: 8080, healthPath: "/health" },
      news: { kind: "public", url: "https://news.example.com" },
    } as const;
    assert.deepEqual(planNetwork({ ...prod, upstreams })?.upstreams, [
      { name: "prices", port: 8080, healthPath: "/health" },
    ]);
  });
});

describe("subnets", () => {
  it("fit into their network in every zone, and are never smaller than AWS makes them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(16), (zones, more) => {
        const { from, to } = networkBits(zones);
        const bits = Math.min(from + more, to);
        const masks = subnetMasks(bits, zones);
        const size = (mask: number) => 2 ** (32 - mask);
        assert.ok(zones * size(masks.zone) <= size(bits));
        assert.ok(size(masks.private) + size(masks.public) <= size(masks.zone));
        assert.ok(masks.public <= 28 && bits >= 16);
      }),
    );
  });
});

describe("the plan of a web ACL", () => {
  const plan = planWebAcl({
    name: "rest-api",
    description: "d",
    requestsPerAddress: 7,
    counted: ["NoUserAgent_HEADER"],
  });

  it("limits each address, then asks AWS's three groups, in an order that never changes", () => {
    assert.deepEqual(
      plan.rules.map(({ name, priority }) => [priority, name]),
      [
        [0, "requests-per-address"],
        [1, "common-rules"],
        [2, "known-bad-inputs"],
        [3, "address-reputation"],
      ],
    );
    assert.deepEqual(plan.rules[0]!.statement, {
      rateBasedStatement: { limit: 7, aggregateKeyType: "IP", evaluationWindowSec: 300 },
    });
  });

  it("lets through what its rules only count, and lets no whole group do so", () => {
    assert.match(JSON.stringify(plan.rules[1]), /"name":"NoUserAgent_HEADER","actionToUse":\{"count":\{\}\}/);
    for (const rule of plan.rules.slice(1))
      assert.deepEqual("overrideAction" in rule && rule.overrideAction, { none: {} });
    assert.doesNotMatch(JSON.stringify(plan.rules.slice(2)), /count/);
  });
});
