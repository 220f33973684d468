import { type AnalyzerInfo, EnforcementLevel, PolicyConfig, type PolicyInfo } from "@pulumi/pulumi/proto/analyzer_pb";
import type { PropertyMap } from "../model";
import { ProjectError } from "../project/faults";
import { didYouMean } from "../project/nearest";
import { isMap } from "../values";
import { decode, encode } from "../values/wire";
import { schemaFaults } from "./json-schema";
import type { Level, PackConfiguration } from "./pack-configuration";

/** How one policy is to behave. */
export interface PolicySetting {
  readonly level: EnforcementLevel;
  readonly properties: PropertyMap;
}

const levels: Readonly<Record<Level, EnforcementLevel>> = {
  advisory: EnforcementLevel.ADVISORY,
  mandatory: EnforcementLevel.MANDATORY,
  remediate: EnforcementLevel.REMEDIATE,
  disabled: EnforcementLevel.DISABLED,
};

/**
 * Settings for every policy of a pack: its own level and its schema's defaults, then what the pack's author gave for
 * `all` and for the policy itself, then what the configuration file says, in the same order.
 * A policy or key that the pack does not have is a fault here; the Pulumi CLI passes both over in silence.
 * @throws ProjectError with every fault of the file, and Error with those that the pack has without one.
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/analyzer/config.go (ReconcilePolicyPackConfig)
 */
export function configurePolicies(info: AnalyzerInfo, given?: PackConfiguration): ReadonlyMap<string, PolicySetting> {
  const policies = info.getPoliciesList();
  const faults = given ? strangers(policies, given) : [];
  const settings = policies.map((policy) => {
    const setting = settingOf(info, policy, given);
    const schema = { type: "object", ...schemaOf(policy) };
    faults.push(...schemaFaults(schema, setting.properties, policy.getName()));
    return [policy.getName(), setting] as const;
  });
  if (faults.length > 0 && given) throw new ProjectError(faults.map((message) => ({ file: given.file, message })));
  if (faults.length > 0)
    throw new Error(`policy pack ${info.getName()} is not configured:\n  - ${faults.join("\n  - ")}`);
  return new Map(settings);
}

function settingOf(info: AnalyzerInfo, policy: PolicyInfo, given: PackConfiguration | undefined): PolicySetting {
  const name = policy.getName();
  const initial = info.getInitialconfigMap();
  const own = initial.get(name);
  const written = given?.policies.get(name);
  const level = written?.level ?? given?.policies.get("all")?.level;
  const authors = own?.getEnforcementlevel() ?? initial.get("all")?.getEnforcementlevel();
  return {
    level: level ? levels[level] : (authors ?? policy.getEnforcementlevel()),
    properties: {
      ...defaultsOf(schemaOf(policy).properties),
      ...decode(own?.getProperties()),
      ...written?.properties,
    },
  };
}

function schemaOf(policy: PolicyInfo): { readonly properties: PropertyMap; readonly required: string[] } {
  const schema = policy.getConfigschema();
  return { properties: decode(schema?.getProperties()), required: [...(schema?.getRequiredList() ?? [])] };
}

/** Policies and keys of the file that the pack does not know. */
function strangers(policies: readonly PolicyInfo[], given: PackConfiguration): string[] {
  const byName = new Map(policies.map((policy) => [policy.getName(), policy]));
  return [...given.policies].flatMap(([name, { properties }]) => {
    if (name === "all") return [];
    const policy = byName.get(name);
    if (!policy) {
      const meant = didYouMean(name, [...byName.keys(), "all"]);
      return [`${name} is no policy of the pack${meant || "; expected one of its policies, or all"}`];
    }
    const known = Object.keys(schemaOf(policy).properties);
    const expected = known.length === 0 ? "enforcementLevel only" : `enforcementLevel, ${known.join(", ")}`;
    return Object.keys(properties)
      .filter((key) => !known.includes(key))
      .map((key) => `${name}.${key} is not a setting${didYouMean(key, known) || `; expected ${expected}`}`);
  });
}

function defaultsOf(schema: PropertyMap): PropertyMap {
  const given = Object.entries(schema).flatMap(([key, property]) =>
    isMap(property) && property.default !== undefined ? [[key, property.default] as const] : [],
  );
  return Object.fromEntries(given);
}

/** One setting as the pack receives it. */
export function policyConfig({ level, properties }: PolicySetting): PolicyConfig {
  const config = new PolicyConfig();
  config.setEnforcementlevel(level);
  config.setProperties(encode(properties));
  return config;
}
