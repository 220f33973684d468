import type { Fault } from "../faults";
import type { Rule, Situation } from "./rule";

const at = (path: string, found: unknown, sentence: string): Fault => ({ path: `userPool.${path}`, found, sentence });
const needsSms = "it needs userPool.sms, so that the pool can send text messages";

/** What people begin a sign-in with. @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignInPolicyType.html */
function* firstFactorRules({ settings }: Situation): Generator<Fault> {
  const { firstFactors, passkeys, sms, email } = settings.userPool;
  if (!firstFactors.includes("password"))
    yield at("firstFactors", firstFactors, "password must be among them; other factors come beside it");
  if (firstFactors.includes("passkey") && !passkeys)
    yield at("firstFactors", "passkey", "it needs userPool.passkeys: the domain that passkeys are bound to");
  if (passkeys && !firstFactors.includes("passkey"))
    yield at("passkeys", passkeys, "nobody can use it; add passkey to userPool.firstFactors, or take it out");
  if (firstFactors.includes("emailCode") && !email)
    yield at("firstFactors", "emailCode", "it needs userPool.email: Cognito's own sender sends 50 messages a day");
  if (firstFactors.includes("smsCode") && !sms) yield at("firstFactors", "smsCode", needsSms);
}

/** Passkeys are bound to the domain of the managed login. @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html */
function* passkeyRules({ settings: { userPool, domain } }: Situation): Generator<Fault> {
  const id = userPool.passkeys?.relyingPartyId;
  if (id === undefined) return;
  if (domain.kind === "custom") {
    if (id !== domain.name)
      yield at("passkeys.relyingPartyId", id, `the managed login is at ${domain.name}; expected just that domain`);
  } else if (!(id.startsWith(`${domain.prefix}.auth.`) && id.endsWith(".amazoncognito.com")))
    yield at(
      "passkeys.relyingPartyId",
      id,
      `the managed login is at the prefix domain; expected ${domain.prefix}.auth.<region>.amazoncognito.com`,
    );
}

/** The names that people sign in with. */
function* nameRules({ settings }: Situation): Generator<Fault> {
  const { signIn, sms, selfSignUp, signUpDomains } = settings.userPool;
  const [path, names] =
    signIn.with === "attribute" ? ["signIn.attributes", signIn.attributes] : ["signIn.aliases", signIn.aliases];
  if (names.some((name) => name === "phone") && !sms) yield at(path, "phone", needsSms);
  if (selfSignUp && signUpDomains.length > 0 && signIn.with === "attribute" && !signIn.attributes.includes("email"))
    yield at("signUpDomains", signUpDomains, "people sign up by phone alone, so that all of them would be refused");
}

export const signInRules: readonly Rule[] = [firstFactorRules, passkeyRules, nameRules];
