import type { Fault } from "../faults";
import type { Rule, Situation } from "./rule";

const at = (path: string, found: unknown, sentence: string): Fault => ({ path: `userPool.${path}`, found, sentence });

/** What people who forgot their password are reached at. */
function* recoveryRules({ settings: { userPool } }: Situation): Generator<Fault> {
  const { recovery, signIn, sms } = userPool;
  if (recovery.includes("phone") && !sms)
    yield at("recovery", "phone", "it needs userPool.sms, so that the pool can send text messages");
  if (!recovery.includes("email")) return;
  if (signIn.with === "attribute" && !signIn.attributes.includes("email"))
    yield at("recovery", "email", "people sign in by phone alone, so nobody is asked for an e-mail address");
  if (signIn.with === "username" && !signIn.aliases.includes("email"))
    yield at("recovery", "email", "nobody is asked for an e-mail address; add email to userPool.signIn.aliases");
}

/**
 * SES sends for an identity: an address, or a domain with all that is below it.
 * @see https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html
 */
function* senderRules({ settings: { userPool } }: Situation): Generator<Fault> {
  const { email } = userPool;
  if (!email) return;
  const address = (/<(.+)>$/.exec(email.from)?.[1] ?? email.from).toLowerCase();
  const identity = email.sesIdentityArn.slice(email.sesIdentityArn.indexOf("/") + 1).toLowerCase();
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const isCovered = identity.includes("@") ? address === identity : `.${domain}`.endsWith(`.${identity}`);
  if (!isCovered)
    yield at("email.from", email.from, `userPool.email.sesIdentityArn is ${identity}, which does not cover it`);
}

export const contactRules: readonly Rule[] = [recoveryRules, senderRules];
