import type { Fault } from "../faults";
import { untilUnreadable } from "../readable";
import { catalogueRules } from "./catalogue";
import { contactRules } from "./contact";
import { federationRules } from "./federation";
import { localhostRules } from "./localhost";
import { mfaRules } from "./mfa";
import { planRules } from "./plan";
import type { Rule, Situation } from "./rule";
import { signInRules } from "./sign-in";
import { threatRules } from "./threat";

const rules: readonly Rule[] = [
  planRules,
  ...signInRules,
  ...contactRules,
  mfaRules,
  threatRules,
  federationRules,
  localhostRules,
  catalogueRules,
];

/** What no single field shows: settings that AWS, or this program, would refuse together. */
export const listRuleFaults = (situation: Situation): Fault[] =>
  rules.flatMap((rule) => [...untilUnreadable(() => rule(situation))]);
