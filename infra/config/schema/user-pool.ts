import { z } from "zod";
import { cidr, domainName, flag, listOf, oneOf, setOf, text, whole } from "../fields";

const sender = "a sender such as Gatehouse <no-reply@example.com>";

/** One user pool's settings. Which of them go together is in `rules/`. */
export const userPool = z.strictObject({
  /** Feature plan. @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html */
  tier: oneOf(["lite", "essentials", "plus"]),
  /**
   * What people sign in with: attributes in place of a user name, or a user name and other names for it. Letter case never counts.
   * Fixed when the pool is made: a change replaces it.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-aliases
   */
  signIn: z.discriminatedUnion(
    "with",
    [
      z.strictObject({
        with: z.literal("attribute"),
        attributes: listOf(oneOf(["email", "phone"]), "a list of email, phone"),
      }),
      z.strictObject({
        with: z.literal("username"),
        aliases: setOf(oneOf(["email", "phone", "preferredUsername"]), "a list of email, phone, preferredUsername"),
      }),
    ],
    "one of attribute, username",
  ),
  /** Whether people may create their own accounts; otherwise administrators do, and identity providers. */
  selfSignUp: flag(),
  /** E-mail domains of which people may sign themselves up; empty for all. */
  signUpDomains: setOf(domainName(), "a list of domain names"),
  /** @see https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html */
  password: z.strictObject({
    minimumLength: whole("characters", 8, 99),
    /** Earlier passwords that may not be used again; 0 for no memory. Needs essentials. */
    history: whole("passwords", 0, 24),
    /** For how long a password that an administrator set is good. */
    temporaryDays: whole("days", 1, 365),
  }),
  /**
   * Whether people give a second factor, and which. It is for those who sign in here: identity providers ask for their own.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
   */
  mfa: z.strictObject({
    mode: oneOf(["off", "optional", "on"]),
    factors: setOf(oneOf(["totp", "sms", "email"]), "a list of totp, sms, email"),
  }),
  /**
   * What people may begin a sign-in with; the password is always among it. Anything else needs essentials.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
   */
  firstFactors: listOf(
    oneOf(["password", "passkey", "emailCode", "smsCode"]),
    "a list of password, passkey, emailCode, smsCode",
  ),
  /** Needed for passkeys. @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html */
  passkeys: z
    .strictObject({
      /** The domain that passkeys are bound to: that of the managed login. */
      relyingPartyId: domainName(),
      /** Whether the authenticator must ask for a finger, a face or a PIN. */
      userVerification: oneOf(["preferred", "required"]),
    })
    .optional(),
  /** How people who forgot their password prove who they are, first choice first; empty: administrators reset it. */
  recovery: setOf(oneOf(["email", "phone"]), "a list of email, phone"),
  /** Whether devices are remembered; `optIn`: when their user says so. */
  devices: oneOf(["never", "optIn", "always"]),
  /**
   * Amazon SES, in a region that Cognito may use from here. Absent: Cognito's own sender, 50 messages a day.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html
   */
  email: z
    .strictObject({
      /** An address of the identity, with or without a name before it. */
      from: text(sender, /^(?:[^\s<>@]+@[^\s<>@]+|[^<>@]+ <[^\s<>@]+@[^\s<>@]+>)$/),
      sesIdentityArn: text("the ARN of an SES identity", /^arn:aws[\w-]*:ses:[a-z0-9-]+:\d{12}:identity\/\S+$/),
      /** Absent: as `from`. */
      replyTo: text("an e-mail address", /^[^\s<>@]+@[^\s<>@]+$/).optional(),
    })
    .optional(),
  /** Whether the pool may send text messages: it gets a role for that. It cannot be taken back without replacing the pool. */
  sms: flag(),
  /**
   * What is done about stolen passwords and unusual sign-ins. `audit` only counts them. Needs plus.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
   */
  threatProtection: z.discriminatedUnion(
    "mode",
    [
      z.strictObject({
        mode: z.literal("off"),
        /** Why there is none. */ reason: text("a reason in words", /\w+\s+\w+/),
      }),
      z.strictObject({
        mode: oneOf(["audit", "enforced"]),
        /** Addresses that are never let in. */
        blockedAddresses: setOf(cidr(), "a list of CIDR blocks", 200),
        /** Addresses whose sign-ins are not judged. */
        trustedAddresses: setOf(cidr(), "a list of CIDR blocks", 200),
      }),
    ],
    "one of off, audit, enforced",
  ),
  /**
   * What goes to a log group: sign-ins with their risk (`authEvents`, needs plus) and messages that could not be delivered.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html
   */
  logExport: setOf(oneOf(["authEvents", "deliveryErrors"]), "a list of authEvents, deliveryErrors"),
  /**
   * A web ACL before the pool, which counts the requests of one address in five minutes. Absent: none.
   * @see https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html
   */
  firewall: z.strictObject({ requestsPerAddress: whole("requests in five minutes", 10, 2_000_000_000) }).optional(),
  /** Refuse to delete the user pool and the orders table, in AWS and in Pulumi. */
  deletionProtection: flag(),
});
