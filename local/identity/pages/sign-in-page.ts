import type { Pool } from "../pool/pool";
import { html } from "./html";

const named: Readonly<Record<string, string>> = { email: "Email", phone_number: "Phone number" };

/** What a pool calls the name that people sign in with. */
export function nameLabel({ signIn }: Pool): string {
  const names = signIn.kind === "attribute" ? signIn.attributes : ["username", ...signIn.aliases];
  const words = names.map((name, index) => {
    const word = named[name] ?? (name === "username" ? "Username" : "Preferred username");
    return index === 0 ? word : word.toLowerCase();
  });
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(words);
}

/** The page on which a person proves who they are, or goes where they can. */
export const signInPage = (
  pool: Pool,
  form: {
    readonly action: string;
    /** Absent where people cannot sign themselves up. */
    readonly signUp?: string;
    readonly username?: string;
    readonly fault?: string;
    /** Whether the pool's own users sign in here. */
    readonly takesPasswords: boolean;
    /** Whether the domain of an e-mail address leads to an identity provider, so that no password is needed. */
    readonly byDomain: boolean;
    readonly providers: readonly { readonly name: string; readonly url: string }[];
    /** Identity providers of the client that this machine does not play. */
    readonly absentProviders: readonly string[];
  },
) => ({
  title: "Sign in",
  body: html`${form.fault !== undefined && html`<p role="alert" id="fault">${form.fault}</p>`}
${form.providers.map(({ name, url }) => html`<p><a class="provider" href="${url}">Continue with ${name}</a></p>\n`)}${
  (form.takesPasswords || form.byDomain) && nameForm(pool, form)
}
${form.signUp !== undefined && html`<p>No account? <a href="${form.signUp}">Create one</a></p>`}
${
  form.absentProviders.length > 0 &&
  html`<p><small>Not available on this machine: sign-in with ${form.absentProviders.join(", ")}.</small></p>`
}`,
});

const nameForm = (
  pool: Pool,
  {
    action,
    username,
    fault,
    takesPasswords,
    byDomain,
  }: {
    readonly action: string;
    readonly username?: string;
    readonly fault?: string;
    readonly takesPasswords: boolean;
    readonly byDomain: boolean;
  },
) => html`<form method="post" action="${action}">
<label for="username">${nameLabel(pool)}</label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required
 value="${username ?? ""}"${described(fault)}>
${
  takesPasswords &&
  html`<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password"${!byDomain && html` required`}${described(fault)}>
`
}<button>Sign in</button>
</form>`;

/** Ties a field to the message above it, for those who hear the page. */
export const described = (fault: string | undefined) => fault !== undefined && html` aria-describedby="fault"`;
