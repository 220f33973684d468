import { type AnalyzerInfo, type EnforcementLevel, PolicyConfig } from "@pulumi/pulumi/proto/analyzer_pb";
import type { PropertyMap } from "../model";
import { isMap } from "../values";
import { decode, encode } from "../values/wire";

/** How one policy is to behave. */
export interface PolicySetting {
  readonly level: EnforcementLevel;
  readonly properties: PropertyMap;
}

/**
 * Settings for every policy of a pack: its own level and its schema's defaults, then what the pack's author gave for
 * `all` and for the policy itself.
 * @throws Error that names each policy whose schema requires a property that has no value.
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/analyzer/config.go (ReconcilePolicyPackConfig)
 */
export function configurePolicies(info: AnalyzerInfo): ReadonlyMap<string, PolicySetting> {
  const initial = info.getInitialconfigMap();
  const all = initial.get("all");
  const missing: string[] = [];
  const settings = info.getPoliciesList().map((policy) => {
    const own = initial.get(policy.getName());
    const schema = policy.getConfigschema();
    const properties = { ...defaultsOf(decode(schema?.getProperties())), ...decode(own?.getProperties()) };
    for (const key of schema?.getRequiredList() ?? [])
      if (!(key in properties)) missing.push(`${policy.getName()}: ${key} is required`);
    const level = own?.getEnforcementlevel() ?? all?.getEnforcementlevel() ?? policy.getEnforcementlevel();
    return [policy.getName(), { level, properties }] as const;
  });
  if (missing.length > 0)
    throw new Error(`policy pack ${info.getName()} is not configured:\n  - ${missing.join("\n  - ")}`);
  return new Map(settings);
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
