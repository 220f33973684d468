import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { PropertyMap, PropertyValue } from "../model";
import { parseUrn, urnType } from "../urn";
import { withHashes } from "./assets";
import { isSigned, mapChildren, resourceReference, unknown, withoutInternals } from "./values";

/** Properties as protobuf carries them. */
export const encode = (properties: PropertyMap): Struct =>
  Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]);

/** Properties that protobuf carried; none when the field was absent. */
export const decode = (struct: Struct | undefined): PropertyMap => (struct?.toJavaScript() ?? {}) as PropertyMap;

/**
 * Properties that a program sent, in the engine's own form: assets and archives with hashes, references with an empty
 * id in place of an unknown one and with the package version that the state keeps.
 * @param directory where relative asset paths start.
 */
export const receive = (struct: Struct | undefined, directory: string): PropertyMap =>
  withHashes(normalised(decode(struct)) as PropertyMap, directory);

function normalised(value: PropertyValue): PropertyValue {
  if (isSigned(value, "asset") || isSigned(value, "archive")) return mapChildren(withoutInternals(value), normalised);
  if (!isSigned(value, "resource")) return mapChildren(value, normalised);
  const { urn = "", id, packageVersion = "" } = value;
  const known = id === unknown ? "" : id;
  return { ...resourceReference(`${urn}`, typeof known === "string" ? known : undefined), packageVersion };
}

/** Properties as the engine sends them to a program: a reference also says the resource's name and type. */
export const send = (properties: PropertyMap): Struct => encode(mapChildren(properties, described) as PropertyMap);

function described(value: PropertyValue): PropertyValue {
  if (!isSigned(value, "resource") || typeof value.urn !== "string") return mapChildren(value, described);
  const { packageVersion = "", ...rest } = value;
  const named: PropertyMap = { ...rest, name: parseUrn(value.urn).name, type: urnType(value.urn) };
  return packageVersion === "" ? named : { ...named, packageVersion };
}
