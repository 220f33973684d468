import { type AnalyzeDiagnostic, EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import type { Violation } from "../contract";
import { EngineFault } from "../fault";
import type { PropertyMap, ResourceState, Urn } from "../model";
import { reasonOf } from "../protocol/rpc";
import { providerUrn } from "../register/providers";
import type { Run } from "../run";
import { withoutReferences } from "../values";
import { decode } from "../values/wire";
import { describeChanges } from "./changes";
import { analyzeRequest, remediateRequest, type Subject, stackResource } from "./messages";
import { severityName } from "./policies";
import type { PolicyPack } from "./policy-pack";

/** What policies are asked about, and where their answers go. */
export type Judged = Pick<Run, "packs" | "resources" | "violations" | "diagnostics" | "stackUrn">;

/**
 * Lets each pack in turn change the checked inputs of a resource, and reports what was changed.
 * @throws EngineFault when a policy throws.
 */
export async function remediate(run: Judged, resource: ResourceState): Promise<PropertyMap> {
  let { inputs } = resource;
  for (const pack of await run.packs) {
    const request = remediateRequest(subjectOf(run, { ...resource, inputs }));
    for (const remediation of await heard(pack, resource.urn, () => pack.remediate(request))) {
      if (remediation.getDiagnostic()) run.diagnostics.report("warning", remediation.getDiagnostic(), resource.urn);
      const properties = remediation.getProperties();
      if (!properties) continue;
      const remedied = decode(properties);
      const changes = describeChanges(withoutReferences(inputs), remedied);
      inputs = remedied;
      run.violations.push({
        policyPack: remediation.getPolicypackname(),
        policy: remediation.getPolicyname(),
        level: "remediate",
        severity: "unspecified",
        message: run.diagnostics.masked([remediation.getDescription(), ...changes].join("\n")),
        urn: resource.urn,
      });
    }
  }
  return inputs;
}

/**
 * Shows the checked inputs of a resource to each pack in turn.
 * @returns false when a mandatory policy is violated.
 * @throws EngineFault when a policy throws, even an advisory one.
 */
export async function analyze(run: Judged, resource: ResourceState): Promise<boolean> {
  let isAllowed = true;
  for (const pack of await run.packs) {
    const request = analyzeRequest(subjectOf(run, resource));
    const found = await heard(pack, resource.urn, () => pack.analyze(request));
    for (const violation of found.map((diagnostic) => violationOf(run, diagnostic, resource.urn))) {
      run.violations.push(violation);
      if (violation.level === "mandatory") isAllowed = false;
    }
  }
  return isAllowed;
}

/**
 * Shows the outputs of all resources to each pack, in random order, as the real engine does: a policy that relies on
 * an order must not seem to work.
 * @throws EngineFault when a policy throws.
 */
export async function analyzeStack(run: Judged): Promise<void> {
  const subjects = [...run.resources.values()].filter(({ external }) => !external).map((each) => subjectOf(run, each));
  for (const pack of await run.packs) {
    const resources = shuffled(subjects.map(stackResource));
    for (const diagnostic of await heard(pack, run.stackUrn, () => pack.analyzeStack(resources)))
      run.violations.push(violationOf(run, diagnostic, run.stackUrn ?? ""));
  }
}

const subjectOf = (run: Judged, resource: ResourceState): Subject => ({
  resource,
  provider: resource.provider ? run.resources.get(providerUrn(resource.provider)) : undefined,
});

async function heard<Answer>(pack: PolicyPack, urn: Urn | undefined, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (cause) {
    throw new EngineFault(`policy pack ${pack.name}: ${reasonOf(cause)}`, urn, { cause });
  }
}

function violationOf(run: Judged, diagnostic: AnalyzeDiagnostic, urn: Urn): Violation {
  return {
    policyPack: diagnostic.getPolicypackname(),
    policy: diagnostic.getPolicyname(),
    level: levelOf(diagnostic.getEnforcementlevel()),
    severity: severityName(diagnostic.getSeverity()),
    message: run.diagnostics.masked(diagnostic.getMessage()),
    urn: diagnostic.getUrn() || urn,
  };
}

/** A policy that reports although it may remediate has failed to remediate: that is a violation like any mandatory one. */
const levelOf = (level: EnforcementLevel): Violation["level"] =>
  level === EnforcementLevel.ADVISORY || level === EnforcementLevel.DISABLED ? "advisory" : "mandatory";

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
