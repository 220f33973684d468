import type { PropertyMap, PropertyValue } from "../../engine/model";
import { isMap, isSecret, isSigned, isUnknown } from "../../engine/values";

/** A value for people, on one line: secrets hidden, unknowns as `<computed>`, assets by what they are. */
export function showValue(value: PropertyValue): string {
  const special = showSpecial(value);
  if (special !== undefined) return special;
  if (Array.isArray(value)) return `[${value.map(showValue).join(", ")}]`;
  if (!isMap(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, one]) => `${key}: ${showValue(one)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function showSpecial(value: PropertyValue): string | undefined {
  if (isSecret(value)) return "[secret]";
  if (isUnknown(value)) return "<computed>";
  if (isSigned(value, "resource"))
    return (
      String(value.urn ?? "")
        .split("::")
        .pop() ?? ""
    );
  if (isSigned(value, "asset")) return `asset(${source(value)})`;
  if (!isSigned(value, "archive")) return undefined;
  return isMap(value.assets) ? `archive(${Object.keys(value.assets).join(", ")})` : `archive(${source(value)})`;
}

const source = ({ path, uri, text }: PropertyMap): string =>
  String(path ?? uri ?? (typeof text === "string" ? `${text.length} characters` : "empty"));

/** A map's entries for people, a line each, deeper ones further in. Keys that providers keep for themselves are left out. */
export function showEntries(map: PropertyMap): string[] {
  return Object.entries(map)
    .filter(([key]) => !key.startsWith("__"))
    .flatMap(([key, value]) => {
      const isNested = isMap(value) && showSpecial(value) === undefined && Object.keys(value).length > 0;
      return isNested ? [`${key}:`, ...showEntries(value).map((line) => `  ${line}`)] : [`${key}: ${showValue(value)}`];
    });
}

/** A value for machines: secrets become `[secret]`; unknowns stay Pulumi's sentinel, as in its own JSON. */
export function conceal(value: PropertyMap): PropertyMap;
export function conceal(value: PropertyValue): PropertyValue;
export function conceal(value: PropertyValue): PropertyValue {
  if (isSecret(value)) return "[secret]";
  if (Array.isArray(value)) return value.map((one) => conceal(one));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, conceal(one)]));
}
