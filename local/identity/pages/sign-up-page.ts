import type { Pool } from "../pool/pool";
import { html } from "./html";
import { described, nameLabel } from "./sign-in-page";

/** The attributes that a person must fill in beside the name that they sign in with. */
export const signUpAttributes = ({ requiredAttributes, signIn }: Pool): readonly string[] =>
  requiredAttributes.filter(
    (name) => !(signIn.kind === "attribute" && signIn.attributes.length === 1 && signIn.attributes[0] === name),
  );

/** The page on which a person creates an account. */
export const signUpPage = (
  pool: Pool,
  form: {
    readonly action: string;
    readonly signIn: string;
    readonly values: Readonly<Record<string, string>>;
    readonly faults: readonly string[];
  },
) => {
  const fault = form.faults.length > 0 ? form.faults.join(" ") : undefined;
  return {
    title: "Create an account",
    body: html`${fault !== undefined && html`<p role="alert" id="fault">${fault}</p>`}
<form method="post" action="${form.action}">
<label for="username">${pool.signIn.kind === "username" ? "Username" : nameLabel(pool)}</label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required
 value="${form.values.username ?? ""}"${described(fault)}>
${signUpAttributes(pool).map(
  (name) => html`<label for="${name}">${labelOf(name)}</label>
<input id="${name}" name="${name}" required value="${form.values[name] ?? ""}"${described(fault)}>
`,
)}<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="new-password" required${described(fault)}>
<button>Create account</button>
</form>
<p><small>No mail is sent from this machine: the account is confirmed at once, and gone when the pool stops.</small></p>
<p>Have an account? <a href="${form.signIn}">Sign in</a></p>`,
  };
};

function labelOf(attribute: string): string {
  const words = attribute.replace(/^custom:/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
