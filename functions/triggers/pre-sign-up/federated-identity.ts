import { custom, type UserAttributes } from "../user-attributes";
import type { Providers } from "./allowances";

/** Who an identity provider says is there. */
export interface FederatedIdentity {
  /** The provider's name as it was declared. */
  readonly provider: string;
  /** E-mail domains that it speaks for. */
  readonly domains: readonly string[];
  /** The provider's own id of the person, spelled as the provider spells it; absent when that cannot be known. */
  readonly subject?: string;
}

/**
 * Reads `<provider>_<subject>`, the name of a federated user. A pool whose names ignore case hands it over in lower case, and
 * names of providers may hold underscores themselves, so the provider is looked up among those that are declared. Undefined when
 * none fits, or more than one.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html
 */
export function federatedIdentity(
  userName: string,
  attributes: UserAttributes,
  providers: Providers,
): FederatedIdentity | undefined {
  const [provider, ...others] = providersIn(userName, providers);
  if (provider === undefined || others.length > 0) return undefined;
  const subject = spelling(userName.slice(provider.length + 1), attributes);
  return { provider, domains: providers[provider] ?? [], ...(subject !== undefined && { subject }) };
}

/** Whether a name has the form that names of federated users have. */
export const isFederatedName = (userName: string, providers: Providers): boolean =>
  providersIn(userName, providers).length > 0;

const providersIn = (userName: string, providers: Providers) =>
  Object.keys(providers).filter((name) => userName.toLowerCase().startsWith(`${name.toLowerCase()}_`));

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A subject in the provider's spelling. A link to a spelling that the provider never sends breaks each later sign-in, so what is
 * in lower case counts only if it cannot have been anything else. Otherwise the provider's claim says: the attribute `subject`, to
 * which a provider's configuration maps it, or an e-mail address that serves as the subject.
 */
function spelling(subject: string, attributes: UserAttributes): string | undefined {
  const claimed = [attributes[custom("subject")], attributes.email].find(
    (value) => value?.toLowerCase() === subject.toLowerCase(),
  );
  const isAsSent = subject !== subject.toLowerCase() || subject === subject.toUpperCase() || uuid.test(subject);
  return claimed ?? (isAsSent ? subject : undefined);
}
