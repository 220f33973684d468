import type { Fault } from "../faults";
import type { Situation } from "./rule";

/** Second factors. @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html */
export function* mfaRules({ settings }: Situation): Generator<Fault> {
  const { mfa, firstFactors, sms, email, recovery } = settings.userPool;
  const at = (path: string, found: unknown, sentence: string): Fault => ({ path: `userPool.${path}`, found, sentence });

  if (mfa.mode === "off" && mfa.factors.length > 0)
    yield at("mfa.factors", mfa.factors, "nobody is asked for them while userPool.mfa.mode is off; expected []");
  if (mfa.mode !== "off" && mfa.factors.length === 0)
    yield at("mfa.factors", mfa.factors, `userPool.mfa.mode is ${mfa.mode}; expected one factor or more`);
  if (mfa.factors.includes("sms") && !sms)
    yield at("mfa.factors", "sms", "it needs userPool.sms, so that the pool can send text messages");
  if (mfa.factors.includes("email")) {
    if (!email) yield at("mfa.factors", "email", "it needs userPool.email: Cognito sends no codes without Amazon SES");
    // A code must not go to the address that also resets the password.
    if (recovery.length < 2)
      yield at(
        "mfa.factors",
        "email",
        "it needs two ways of recovery; expected userPool.recovery [email, phone] in either order",
      );
  }
  // https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
  // AWS can count a passkey with user verification as two factors; @pulumi/aws 7.48 has no setting for that.
  if (mfa.mode === "on")
    for (const factor of firstFactors.filter((one) => one !== "password"))
      yield at(
        "firstFactors",
        factor,
        "it is a whole sign-in by itself, which userPool.mfa.mode on rules out; expected optional",
      );
}
