import { type Properties, type PropertyValue, type Reading, read } from "../reading";
import { listIn } from "./list";

type Scalar = string | boolean;

/**
 * Why a setting is not what it must be; undefined when it is. Unknown counts as wrong: nothing shows in a review what it
 * will be, and no program has cause to compute a switch. The value itself is not quoted, as it may be secret.
 *
 * @param byDefault What AWS takes an absent setting for.
 */
export function whyNot(
  property: string,
  reading: Reading,
  accepted: readonly Scalar[],
  byDefault: Scalar,
): string | undefined {
  switch (reading.state) {
    case "absent":
      return accepted.includes(byDefault) ? undefined : `${property} is absent, which means ${byDefault}`;
    case "unknown":
      return `${property} is not known before the deployment, so nothing shows that it will be ${accepted.join(" or ")}`;
    case "known":
      return accepted.includes(scalar(reading.value)) ? undefined : `${property} is not ${accepted.join(" or ")}`;
  }
}

/** Whether a switch is on, which engines may write as a text. Unknown and absent are not on. */
export function isOn(reading: Reading): boolean {
  return reading.state === "known" && scalar(reading.value) === true;
}

/** The first of several names of a property that is there: providers spell some of them differently. */
export function readFirst(properties: Properties, ...names: readonly string[]): Reading {
  return names.map((name) => read(properties, name)).find(({ state }) => state !== "absent") ?? { state: "absent" };
}

export interface Texts {
  readonly texts: readonly string[];
  /** Whether the list, or a part of it, is not known before the deployment. */
  readonly isPartlyUnknown: boolean;
}

/** The texts of a list. A text by itself is a list of one; an absent list is empty. */
export function readTexts(reading: Reading): Texts {
  const { state, texts, partly } = listIn(reading);
  return { texts, isPartlyUnknown: state === "unknown" || partly };
}

/** The objects of a list, or the one that stands in its place; none of them when it is unknown or absent. */
export function readObjects(reading: Reading): readonly Properties[] {
  if (reading.state !== "known") return [];
  const items: readonly PropertyValue[] = Array.isArray(reading.value) ? reading.value : [reading.value];
  return items.filter((item): item is Properties => typeof item === "object" && item !== null && !Array.isArray(item));
}

/** The number at a path, which engines may write as a text; undefined when it is unknown, absent or no number. */
export function readNumber(reading: Reading): number | undefined {
  if (reading.state !== "known" || (typeof reading.value !== "number" && typeof reading.value !== "string"))
    return undefined;
  const number = Number(reading.value);
  return Number.isNaN(number) ? undefined : number;
}

function scalar(value: PropertyValue): Scalar {
  if (value === "true") return true;
  if (value === "false") return false;
  return typeof value === "string" || typeof value === "boolean" ? value : "";
}
