import { SamlStatusError } from "@node-saml/node-saml";
import { FederationError, type FederationFault } from "../fault";

/** What node-saml throws, by the beginning of its message, and what it means. */
const meanings: readonly { readonly begins: RegExp; readonly fault: FederationFault; readonly means: string }[] = [
  {
    begins: /^Invalid (document )?signature|^ID cannot|^Only 1 signed/,
    fault: "untrusted",
    means: "is not signed by it, or has been changed since",
  },
  {
    begins: /^InResponseTo|^SubjectInResponseTo/,
    fault: "misdirected",
    means: "does not belong to the request that it comes with",
  },
  {
    begins: /^SAML assertion (expired|not yet valid)|^No valid subject confirmation/,
    fault: "expired",
    means: "is not valid now: it has expired, or its validity has not begun",
  },
  { begins: /^SAML assertion (audience|has no Audience)/, fault: "misdirected", means: "is for another audience" },
];

/** Says in one sentence what is wrong with an answer that node-saml did not take. */
export function explain(provider: string, cause: Error): FederationError {
  if (cause instanceof SamlStatusError) {
    const said = cause.message.replace(/^SAML provider returned \w+ error: /, "");
    return new FederationError("refused", `${provider} refused the sign-in: ${said}.`, { cause });
  }
  const { fault, means } = meanings.find(({ begins }) => begins.test(cause.message)) ?? {
    fault: "malformed",
    means: `cannot be read (${cause.message})`,
  };
  return new FederationError(fault, `The answer of ${provider} ${means}.`, { cause });
}
