/** Why somebody may not sign up, for operators. */
export type RefusalReason = "domain" | "reservedAttribute" | "accountDisabled";

/**
 * A sign-up that must not be. Cognito shows its message on the page, as `PreSignUp failed with error <message>.`, full stop included.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html
 */
export class Refusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    message: string,
  ) {
    super(message);
    this.name = "Refusal";
  }
}
