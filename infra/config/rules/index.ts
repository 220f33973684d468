import type { Fault } from "../faults";
import { catalogueRules } from "./catalogue";
import { federationRules } from "./federation";
import { localhostRules } from "./localhost";
import { mfaRules } from "./mfa";
import { planRules } from "./plan";
import type { Rule, Situation } from "./rule";
import { signInRules } from "./sign-in";

const rules: readonly Rule[] = [planRules, signInRules, mfaRules, federationRules, localhostRules, catalogueRules];

/** What no single field shows: settings that AWS, or this program, would refuse together. */
export const listRuleFaults = (situation: Situation): Fault[] => rules.flatMap((rule) => [...rule(situation)]);
