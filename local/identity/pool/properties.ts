import type { PropertyMap, PropertyValue } from "../../engine/model";

/** The text at `key`; absent when it is missing, empty or no text. */
export function text(properties: PropertyMap, key: string): string | undefined {
  const value = properties[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function number(properties: PropertyMap, key: string): number | undefined {
  const value = properties[key];
  return typeof value === "number" ? value : undefined;
}

export function flag(properties: PropertyMap, key: string): boolean | undefined {
  const value = properties[key];
  return typeof value === "boolean" ? value : undefined;
}

/** The texts in the list at `key`; empty when it is missing. */
export function list(properties: PropertyMap, key: string): readonly string[] {
  const value = properties[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The object at `key`; empty when it is missing. */
export function map(properties: PropertyMap, key: string): PropertyMap {
  const value = properties[key];
  return isMap(value) ? value : {};
}

/** The objects in the list at `key`; empty when it is missing. */
export function maps(properties: PropertyMap, key: string): readonly PropertyMap[] {
  const value = properties[key];
  return Array.isArray(value) ? value.filter(isMap) : [];
}

const isMap = (value: PropertyValue | undefined): value is PropertyMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);
