import { type PropertyValue, type Reading, unknownValue } from "../reading";

/** A list of texts as far as it is known. A single text is a list of one. */
export interface TextList {
  /** `unknown`: the list as a whole. `none`: absent or empty. */
  readonly state: "some" | "none" | "unknown";
  /** The texts in it that are known. */
  readonly texts: readonly string[];
  /** Whether it has values that are not known, or that are no text. */
  readonly partly: boolean;
}

export function listIn(reading: Reading): TextList {
  if (reading.state !== "known")
    return { state: reading.state === "unknown" ? "unknown" : "none", texts: [], partly: false };
  const values: readonly PropertyValue[] = Array.isArray(reading.value) ? reading.value : [reading.value];
  const given = values.filter((value) => value !== null && value !== "");
  const texts = given.filter((value) => typeof value === "string");
  return {
    state: given.length > 0 ? "some" : "none",
    texts,
    partly: given.some((value) => value === unknownValue || typeof value !== "string"),
  };
}
