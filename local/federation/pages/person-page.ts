import { html } from "../../identity/pages/html";
import { type Person, type Provider, readClaims } from "../provider/provider";
import { suggestPerson } from "./suggest";

const claimPrefix = "claim.";

/** The page on which a person says who they are. Nothing is checked: it stands in for the place where it would be. */
export function personPage(provider: Provider, action: string) {
  const person = suggestPerson(provider);
  return {
    title: `This machine plays ${provider.name}`,
    body: html`<p>Say who signs in; there is no password. Write several values of one claim as <code>[a, b]</code>.</p>
<form method="post" action="${action}">
<label for="subject">Subject</label>
<input id="subject" name="subject" autocapitalize="none" spellcheck="false" required value="${person.subject}">
${Object.entries(person.claims).map(
  ([claim, value]) => html`<label for="${claimPrefix}${claim}">${claim}</label>
<input id="${claimPrefix}${claim}" name="${claimPrefix}${claim}" autocapitalize="none" spellcheck="false" value="${value}">
`,
)}<button name="decision" value="sign-in">Sign in</button>
<button name="decision" value="refuse" formnovalidate>Refuse</button>
</form>`,
  };
}

/** What XML 1.0 has no way to say. */
const control = /[^\P{Cc}\t\n\r]/u;

export type Decision =
  | { readonly kind: "sign-in"; readonly person: Person }
  | { readonly kind: "refuse" }
  /** What the form lacks. */
  | { readonly kind: "unclear"; readonly detail: string };

/** What a person decided. Claims left empty are not sent; those that the pool does not read are not either. */
export function readDecision(provider: Provider, form: Readonly<Record<string, string>>): Decision {
  const { decision, subject = "" } = form;
  if (decision === "refuse") return { kind: "refuse" };
  if (decision !== "sign-in") {
    return { kind: "unclear", detail: `decision is ${decision ?? "missing"}; expected sign-in or refuse.` };
  }
  if (Object.values(form).some((value) => control.test(value))) {
    return { kind: "unclear", detail: "a field holds a control character, which no claim may hold." };
  }
  if (subject.trim() === "") return { kind: "unclear", detail: "subject is missing: say who signs in." };
  const claims = [...readClaims(provider).keys()].flatMap((claim) => {
    const value = form[claimPrefix + claim]?.trim();
    return value ? [[claim, value]] : [];
  });
  return { kind: "sign-in", person: { subject: subject.trim(), claims: Object.fromEntries(claims) } };
}
