import type { PropertyMap, PropertyValue, ResourceState } from "../engine/model";
import { isMap, plain } from "../engine/values";

/** Typed, forgiving access to one level of a resource's properties: what has another type counts as absent. */
export class Properties {
  readonly #values: PropertyMap;

  constructor(values: PropertyMap) {
    this.#values = values;
  }

  raw(key: string): PropertyValue | undefined {
    return this.#values[key];
  }

  all(): PropertyMap {
    return this.#values;
  }

  /** An empty string counts as absent: AWS returns one for many unset values. */
  string(key: string): string | undefined {
    const value = this.#values[key];
    return typeof value === "string" && value !== "" ? value : undefined;
  }

  number(key: string): number | undefined {
    const value = this.#values[key];
    return typeof value === "number" ? value : undefined;
  }

  boolean(key: string): boolean {
    return this.#values[key] === true;
  }

  strings(key: string): readonly string[] {
    const value = this.#values[key];
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  }

  record(key: string): Readonly<Record<string, string>> {
    const value = this.#values[key];
    if (!isMap(value)) return {};
    return Object.fromEntries(Object.entries(value).flatMap(([k, v]) => (typeof v === "string" ? [[k, v]] : [])));
  }

  nested(key: string): Properties | undefined {
    const value = this.#values[key];
    return isMap(value) ? new Properties(value) : undefined;
  }

  list(key: string): readonly Properties[] {
    const value = this.#values[key];
    return Array.isArray(value) ? value.filter(isMap).map((item) => new Properties(item)) : [];
  }
}

/** Whether a value of a map of flags says yes. */
export const isTrue = (value: PropertyValue | undefined): boolean => value === true || value === "true";

/** A resource as AWS would describe it: its id, and its outputs over its inputs. */
export interface Declared {
  readonly id: string;
  /** Name of the Pulumi resource. */
  readonly name: string;
  readonly properties: Properties;
}

/** All resources of one type that exist, in the order in which they were made. */
export function declared(resources: readonly ResourceState[], type: string): readonly Declared[] {
  return resources
    .filter((resource) => resource.type === type)
    .map(({ id, name, inputs, outputs }) => ({
      id: id ?? "",
      name,
      properties: new Properties(plain({ ...inputs, ...outputs })),
    }));
}
