import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type PropertyValue, unknownValue } from "../../../policy/reading";
import type { Declaration } from "./resources";
import { sentinel } from "./wire";

/** A resource as a case tells it: what the program gave, and what AWS gives back. */
export interface DeclaredResource extends Declaration {
  readonly id?: string;
  readonly outputs?: Declaration["props"];
}

/** What another rule set's own tests, or this project, expect of a rule, told as Pulumi resources. */
export interface ReferenceCase {
  readonly source: string;
  readonly name: string;
  readonly expect: "flag" | "pass";
  /** Set where only an update can tell: the case hangs on a value that a preview does not know. */
  readonly only?: "update";
  readonly resources: readonly DeclaredResource[];
}

/**
 * `update`: all is known, ids and outputs too. `preview`: nothing that AWS gives is known, so neither is what was made
 * from it.
 */
export type Form = "update" | "preview";

export function referenceCases(control: string): readonly ReferenceCase[] {
  return JSON.parse(readFileSync(join(__dirname, "../../unit/policy/cases", `${control}.json`), "utf8"));
}

/** The forms in which a case is judged. */
export function formsOf({ only }: ReferenceCase): readonly Form[] {
  return only === undefined ? ["update", "preview"] : [only];
}

/** A case's resources as a run of this form has them, the unknown as the engine writes it. */
export function inForm({ resources }: ReferenceCase, form: Form): readonly Declaration[] {
  return resources.map(({ id, outputs, ...resource }) => ({
    ...resource,
    props:
      form === "update"
        ? { ...resource.props, ...outputs, ...(id !== undefined && { id }) }
        : Object.fromEntries(
            Object.entries(resource.props).map(([key, value]) => [key, resource.refs?.[key] ? hidden(value) : value]),
          ),
  }));
}

/** The same resources with the unknown as policies see it. */
export function opened(resources: readonly Declaration[]): readonly Declaration[] {
  return resources.map((resource) => ({ ...resource, props: withUnknowns(resource.props) as Declaration["props"] }));
}

function hidden(value: PropertyValue): PropertyValue {
  return mapped(value, (leaf) => (typeof leaf === "string" ? sentinel : leaf));
}

function withUnknowns(value: PropertyValue): PropertyValue {
  return mapped(value, (leaf) => (leaf === sentinel ? unknownValue : leaf));
}

function mapped(value: PropertyValue, change: (leaf: PropertyValue) => PropertyValue): PropertyValue {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapped(item, change)]));
  return change(value);
}
