import type { Catalogue } from "../../catalogue";
import type { Fault } from "../faults";
import type { Settings } from "../schema";

/** Settings whose every field is of its kind, and what they have to agree with. */
export interface Situation {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
  /** Providers that have a secret. */
  readonly secrets: readonly string[];
  readonly fileExists: (path: string) => boolean;
}

export type Rule = (situation: Situation) => Iterable<Fault>;
