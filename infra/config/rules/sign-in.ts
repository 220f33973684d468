import type { Fault } from "../faults";
import type { Situation } from "./rule";

/** What people sign in with, and what that takes. */
export function* signInRules({ settings }: Situation): Generator<Fault> {
  const { firstFactors, passkeys, recovery, signIn, sms, email } = settings.userPool;
  const at = (path: string, found: unknown, sentence: string): Fault => ({ path: `userPool.${path}`, found, sentence });

  // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignInPolicyType.html
  if (!firstFactors.includes("password"))
    yield at("firstFactors", firstFactors, "password must be among them; other factors come beside it");
  if (firstFactors.includes("passkey") && !passkeys)
    yield at("firstFactors", "passkey", "it needs userPool.passkeys: the domain that passkeys are bound to");
  if (passkeys && !firstFactors.includes("passkey"))
    yield at("passkeys", passkeys, "nobody can use it; add passkey to userPool.firstFactors, or take it out");
  // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html
  if (passkeys && settings.domain.kind === "custom" && passkeys.relyingPartyId !== settings.domain.name)
    yield at(
      "passkeys.relyingPartyId",
      passkeys.relyingPartyId,
      `the managed login is at ${settings.domain.name}; expected just that domain`,
    );
  if (firstFactors.includes("emailCode") && !email)
    yield at("firstFactors", "emailCode", "it needs userPool.email: Cognito's own sender sends 50 messages a day");
  if (firstFactors.includes("smsCode") && !sms) yield at("firstFactors", "smsCode", needsSms);
  if (recovery.includes("phone") && !sms) yield at("recovery", "phone", needsSms);
  if (signIn.with === "attribute") {
    if (signIn.attributes.includes("phone") && !sms) yield at("signIn.attributes", "phone", needsSms);
    if (recovery.includes("email") && !signIn.attributes.includes("email"))
      yield at("recovery", "email", "people sign in by phone alone, so nobody is asked for an e-mail address");
  } else if (signIn.aliases.includes("phone") && !sms) yield at("signIn.aliases", "phone", needsSms);
}

const needsSms = "it needs userPool.sms, so that the pool can send text messages";
