import type { Fault } from "../faults";
import { untilUnreadable } from "../readable";
import { authorizerRules } from "./authorizers";
import { catalogueRules } from "./catalogue";
import { consumerRules } from "./consumers";
import { contactRules } from "./contact";
import { edgeRules } from "./edge";
import { federationRules } from "./federation";
import { localhostRules } from "./localhost";
import { mfaRules } from "./mfa";
import { networkRules } from "./network";
import { planRules } from "./plan";
import { routeRules } from "./routes";
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
  ...edgeRules,
  ...networkRules,
  catalogueRules,
  consumerRules,
  authorizerRules,
  routeRules,
];

/** What no single field shows: settings that AWS, or this program, would refuse together. */
export const listRuleFaults = (situation: Situation): Fault[] =>
  rules.flatMap((rule) => [...untilUnreadable(() => rule(situation))]);
