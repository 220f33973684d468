import { createHash } from "node:crypto";
import type { Context } from "koa";
import { Html, html } from "../../identity/pages/html";
import { answerPage } from "../../identity/pages/page";

const script = "document.forms[0].submit()";
const scriptHash = createHash("sha256").update(script).digest("base64");
const policy = "Content-Security-Policy";

/** Sends a form on by post, as SAML asks: by itself in a browser, by its button without script. */
export function answerByPost(
  ctx: Context,
  {
    title,
    action,
    fields,
  }: { readonly title: string; readonly action: string; readonly fields: Readonly<Record<string, string>> },
): void {
  const body = html`<form method="post" action="${action}">
${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`)}<button>Continue</button>
</form>
<script>${new Html(script)}</script>`;
  answerPage(ctx, 200, { title, body });
  ctx.set(policy, `${ctx.response.get(policy)}; script-src 'sha256-${scriptHash}'`);
}
