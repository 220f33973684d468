import type { PropertyMap, PropertyValue, ResourceState, Urn } from "../model";
import type { AutoName, Simulator } from "../simulate/simulator";
import { uniqueText } from "./creation";

/** The key under which a bridged provider lists the inputs that it filled in itself. */
const defaultsKey = "__defaults";

const suffixLength = 7;

/** What a provider's Check makes of the inputs: names and defaults filled in, and listed in `__defaults`. */
export function checkResource(
  inputs: PropertyMap,
  simulator: Simulator,
  { urn, name, old }: { readonly urn: Urn; readonly name: string; readonly old?: ResourceState },
): PropertyMap {
  const filled: PropertyMap = {};
  const isMissing = (key: string) => inputs[key] === undefined || inputs[key] === null;
  const { autoName, defaults = {} } = simulator;
  if (autoName && isMissing(autoName.property))
    filled[autoName.property] = formerName(old, autoName.property) ?? automaticName(autoName, urn, name, inputs);
  for (const [key, value] of Object.entries(defaults)) if (isMissing(key)) filled[key] = value;
  return { ...inputs, ...filled, [defaultsKey]: Object.keys(filled).sort() };
}

/** An existing resource keeps the name that was made up for it. */
function formerName(old: ResourceState | undefined, property: string): PropertyValue | undefined {
  const defaults = old?.inputs[defaultsKey];
  return Array.isArray(defaults) && defaults.includes(property) ? old?.inputs[property] : undefined;
}

/**
 * `<resource name>-<7 hex digits>`, the digits from the URN, cut and formed as the service demands.
 * @see https://www.pulumi.com/docs/iac/concepts/resources/names/#autonaming
 */
function automaticName({ maxLength, format }: AutoName, urn: Urn, name: string, inputs: PropertyMap): string {
  const digits = uniqueText(`${urn}\nname`, suffixLength, "0123456789abcdef");
  const named = (length: number) => {
    const whole = `${name.slice(0, length)}-${digits}`;
    return format ? format(whole, inputs) : whole;
  };
  const excess = maxLength === undefined ? 0 : named(name.length).length - maxLength;
  return excess > 0 ? named(Math.max(0, name.length - excess)) : named(name.length);
}

/** A provider's inputs are what the program gave, and the version of its plugin. */
export const checkProvider = (inputs: PropertyMap, version: string): PropertyMap => ({
  ...inputs,
  ...(version ? { version } : {}),
  __internal: {},
});
