import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Network } from "../../infra/network/network";
import { planNetwork } from "../../infra/network/plan-network";
import { settingsOf } from "../support/settings";
import { type Declared, declare, find } from "./mocks";

describe("the private network", () => {
  let all: Declared[];
  let listener: unknown;
  const named = (name: string) => find(all, name).inputs;
  const rule = (name: string) => named(`network-prices-${name}`);

  before(async () => {
    const plan = planNetwork(settingsOf("prod"))!;
    all = await declare(() => {
      const { listeners, vpcLinkId, loadBalancerArn, targetGroupArns } = new Network("network", { plan });
      pulumi
        .all([listeners.prices!.arn, listeners.prices!.url, vpcLinkId, loadBalancerArn, targetGroupArns.prices!])
        .apply((values) => {
          listener = values;
        });
    });
  });

  it("has a load balancer that the internet cannot reach, and targets that are asked whether they are well", () => {
    const { internal, loadBalancerType, securityGroups } = named("network-load-balancer");
    assert.deepEqual([internal, loadBalancerType], [true, "network"]);
    assert.deepEqual(securityGroups, ["network-load-balancer-security-group_id"]);
    const { port, protocol, targetType, healthCheck } = named("network-prices-target-group");
    assert.deepEqual([port, protocol, targetType], [8080, "TCP", "ip"]);
    assert.deepEqual(healthCheck, { protocol: "HTTP", path: "/health" });
    assert.deepEqual(named("network-prices-listener").defaultActions, [
      { type: "forward", targetGroupArn: "network-prices-target-group_arn" },
    ]);
  });

  it("lets the APIs' link reach the load balancer at the upstream's port, and nobody else", () => {
    const link = "network-vpc-link-security-group_id";
    const balancer = "network-load-balancer-security-group_id";
    const ends = ({ securityGroupId, referencedSecurityGroupId, cidrIpv4, fromPort, toPort }: Declared["inputs"]) => [
      securityGroupId,
      referencedSecurityGroupId ?? cidrIpv4,
      fromPort,
      toPort,
    ];
    assert.deepEqual(ends(rule("vpc-link-egress")), [link, balancer, 8080, 8080]);
    assert.deepEqual(ends(rule("load-balancer-ingress")), [balancer, link, 8080, 8080]);
    assert.deepEqual(ends(rule("load-balancer-egress")), [balancer, "10.20.0.0/16", 8080, 8080]);
    assert.equal(all.filter(({ type }) => type.includes("IngressRule")).length, 1);
  });

  it("gives both APIs one link, and each what it integrates with", () => {
    assert.deepEqual(named("network-vpc-link").securityGroupIds, ["network-vpc-link-security-group_id"]);
    assert.equal(all.filter(({ type }) => type.endsWith(":VpcLink")).length, 1);
    assert.deepEqual(listener, [
      "network-prices-listener_arn",
      "http://network-load-balancer_dnsName:8080",
      "network-vpc-link_id",
      "network-load-balancer_arn",
      "network-prices-target-group_arn",
    ]);
  });
});
