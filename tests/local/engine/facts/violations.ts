import assert from "node:assert/strict";
import { type Fact, mentions, nameOf } from "./fact";

export const violations: readonly Fact[] = [
  {
    section: "4.10",
    observed: "a mandatory policy that touches an unknown is only advisory",
    holds: ({ preview }) => {
      assert.equal(preview.status, "ok");
      const [violation] = preview.violations.filter(({ policy }) => policy === "touches-unknown");
      assert.deepEqual([violation?.level, violation?.urn], ["advisory", preview.resource("part").urn]);
      assert.match(violation!.message, /can't run policy .* string value at .* can't be known during preview/);
    },
  },
  {
    section: "4.11",
    observed: "a violation is named by pack and policy, and says the description and the report",
    holds: ({ remediating: run }) => {
      const advisory = run.violations.filter(({ level }) => level === "advisory");
      assert.deepEqual(advisory, [
        {
          policyPack: "cases",
          policy: "policy-0",
          level: "advisory",
          severity: "unspecified",
          message: "An objection\nno first here",
          urn: "urn:pulumi:remediating::policed::toy:web/api:Api::first",
        },
      ]);
    },
  },
  {
    section: "4.12",
    observed: "a mandatory violation lets a preview go on, and all violations and the whole stack are seen",
    holds: ({ mandatoryPreview: run }) => {
      assert.equal(run.status, "violated");
      assert.deepEqual(
        run.violations.map(({ policy, severity }) => [policy, severity]),
        [
          ["policy-0", "high"],
          ["policy-1", "unspecified"],
        ],
      );
      assert.equal(run.printed["stack analyzed"], 4);
    },
  },
  {
    section: "4.13",
    observed: "a mandatory violation ends an up at once: what came before stays, the resource is not made",
    holds: ({ mandatoryUp: run }) => {
      assert.equal(run.status, "violated");
      assert.equal(run.violations.length, 1);
      assert.equal(run.printed["stack analyzed"], undefined);
      assert.deepEqual(run.state.resources.map(nameOf), ["policed-mandatory", "default_1_2_3"]);
    },
  },
  {
    section: "4.13",
    observed: "a mandatory violation of the whole stack comes after everything is made, and is the stack's",
    holds: ({ stackWide: run }) => {
      assert.equal(run.status, "violated");
      assert.equal(run.changes.create, 3);
      assert.equal(run.violations[0]?.urn, "urn:pulumi:stack-wide::policed::pulumi:pulumi:Stack::policed-stack-wide");
    },
  },
  {
    section: "4.14",
    observed: "a remediation replaces the inputs for policies, provider and state",
    holds: ({ remediating: run }) => {
      assert.equal(run.status, "ok", run.lines.join("\n"));
      assert.deepEqual(run.printed["analyzed kinds"], ["EDGE", "EDGE"]);
      assert.equal(run.outputs.kind, "EDGE");
      assert.equal(run.resource("first").inputs.kind, "EDGE");
      assert.deepEqual(
        run.violations.map(({ level }) => level),
        ["remediate", "advisory", "remediate"],
      );
    },
  },
  {
    section: "4.15",
    observed: "a policy that throws fails the run, even an advisory one",
    holds: ({ throwing: run }) => {
      assert.equal(run.status, "failed");
      mentions(run, "Error validating resource with policy 'policy-0' from policy pack 'cases@v0.0.2'");
      mentions(run, "a bug in the policy");
    },
  },
  {
    section: "4.1",
    observed: "a pack that cannot start fails the run, and nothing is registered",
    holds: ({ broken, silent }) => {
      assert.deepEqual([broken.status, broken.changes.create, silent.status], ["failed", 0, "failed"]);
      mentions(broken, "this pack is broken");
      mentions(silent, "a pack must make a PolicyPack");
    },
  },
];
