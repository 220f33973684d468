import { html } from "./html";
import { described } from "./sign-in-page";

/** The page on which a person gives a code, and enrols an authenticator app where there is none. */
export const codePage = (form: {
  readonly action: string;
  readonly enrol?: { readonly secret: string; readonly uri: string };
  readonly fault?: string;
}) => ({
  title: form.enrol ? "Set up an authenticator app" : "Enter your code",
  body: html`${form.fault !== undefined && html`<p role="alert" id="fault">${form.fault}</p>`}
${
  form.enrol &&
  html`<p>Give your app this key, or open the link in it; then enter the code that it shows.</p>
<p>Key: <code id="secret">${form.enrol.secret}</code></p>
<p>Link: <a id="uri" href="${form.enrol.uri}"><code>${form.enrol.uri}</code></a></p>`
}
<form method="post" action="${form.action}">
<label for="code">Code</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required autofocus${described(form.fault)}>
<button>Continue</button>
</form>
<p><small>Codes by text message or e-mail are not played on this machine.</small></p>`,
});
