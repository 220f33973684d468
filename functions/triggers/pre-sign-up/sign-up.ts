import type { PreSignUpTriggerEvent } from "aws-lambda";
import { custom, type UserAttributes } from "../user-attributes";
import { matchAccount } from "./account";
import { domainOf, type Providers } from "./allowances";
import type { Directory } from "./directory";
import { type FederatedIdentity, federatedIdentity, isFederatedName } from "./federated-identity";
import { Refusal } from "./refusal";

export interface Surroundings {
  readonly directory: Directory;
  /** E-mail domains that may sign up; none for all. */
  readonly domains: readonly string[];
  readonly providers: Providers;
}

/** What became of a sign-up; `linked`: the provider's identity now belongs to an account that was there before. */
export type SignUpOutcome = "created" | "linked";

/**
 * Decides about one sign-up. The response stays as it came: nothing is confirmed or verified here, since Cognito confirms
 * federated users itself and everybody else proves the address with a code.
 *
 * A link takes effect with the next sign-in. Whether Cognito completes the very sign-in that made it is not documented: it was
 * seen to, and it was seen to fail once with "Already found an entry for username ...", which an application answers by starting the
 * sign-in again.
 * @see https://github.com/aws-amplify/amplify-flutter/issues/1716
 * @throws {Refusal} when it must not be
 */
export async function signUp(event: PreSignUpTriggerEvent, surroundings: Surroundings): Promise<SignUpOutcome> {
  const attributes: UserAttributes = event.request.userAttributes;
  switch (event.triggerSource) {
    case "PreSignUp_AdminCreateUser":
      return "created";
    case "PreSignUp_SignUp":
      refuseReserved(attributes);
      refuseDomain(domainOf(attributes.email), surroundings.domains);
      return "created";
    case "PreSignUp_ExternalProvider":
      return federatedSignUp(event, attributes, surroundings);
    default:
      throw new Error(`Nothing is decided about ${(event as { triggerSource: string }).triggerSource}.`);
  }
}

async function federatedSignUp(
  { userPoolId, userName }: PreSignUpTriggerEvent,
  attributes: UserAttributes,
  { directory, domains, providers }: Surroundings,
): Promise<SignUpOutcome> {
  const identity = federatedIdentity(userName, attributes, providers);
  const email = provenEmail(attributes, identity);
  if (identity?.subject !== undefined && email !== undefined) {
    const accounts = await directory.withEmail(userPoolId, email);
    const match = matchAccount(email, accounts, (name) => isFederatedName(name, providers));
    switch (match.kind) {
      case "account":
        await directory.link(userPoolId, match.username, identity.provider, identity.subject);
        return "linked";
      case "disabled":
        throw new Refusal("accountDisabled", "This account is not open. Ask an administrator");
      case "none":
    }
  }
  const domain = domainOf(attributes.email);
  const isProviders = domain !== undefined && identity?.domains.includes(domain);
  if (!isProviders) refuseDomain(isVerified(attributes) ? domain : undefined, domains);
  return "created";
}

/**
 * The address that a provider may prove: one that it says it verified, in a domain that it speaks for. Any other would let a
 * partner's provider claim the accounts of other people. Only plain characters count, so that no two spellings can fold into one.
 */
function provenEmail(attributes: UserAttributes, identity: FederatedIdentity | undefined): string | undefined {
  const { email } = attributes;
  const domain = domainOf(email);
  const isProven = isVerified(attributes) && domain !== undefined && identity?.domains.includes(domain);
  return isProven && email !== undefined && /^[\x21-\x7e]+$/.test(email) ? email : undefined;
}

const isVerified = ({ email_verified }: UserAttributes) => email_verified?.toLowerCase() === "true";

function refuseDomain(domain: string | undefined, allowed: readonly string[]): void {
  if (allowed.length === 0 || (domain !== undefined && allowed.includes(domain))) return;
  throw new Refusal(
    "domain",
    "Only people with a verified e-mail address of certain domains may sign up here. Use your work address, or ask for an invitation",
  );
}

/**
 * What administrators and identity providers alone may say. A client through which a provider's people sign in must be allowed to
 * write what the provider maps, and Cognito's `SignUp` then lets anybody write it who knows the client's id.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
const reserved = [custom("tenant"), custom("groups"), custom("subject")];

function refuseReserved(attributes: UserAttributes): void {
  if (reserved.every((name) => attributes[name] === undefined)) return;
  throw new Refusal("reservedAttribute", `Nobody may sign up with ${reserved.join(", ")}; leave them out`);
}
