import { createHash } from "node:crypto";
import type { Context } from "koa";
import { Html, html } from "./html";

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f3f4f6, #15181d) }
main { box-sizing: border-box; width: min(26rem, calc(100vw - 2rem)); padding: 2rem; border-radius: .75rem;
  background: light-dark(#fff, #1f242c); box-shadow: 0 1px 8px #0003 }
h1 { margin: 0 0 1rem; font-size: 1.4rem }
label { display: block; margin-top: 1rem; font-weight: 600 }
input { box-sizing: border-box; width: 100%; padding: .6rem; font: inherit; border: 1px solid #8a8f98; border-radius: .4rem }
button { width: 100%; margin-top: 1.5rem; padding: .7rem; font: inherit; font-weight: 600; cursor: pointer;
  color: #fff; background: #1d4ed8; border: 0; border-radius: .4rem }
.provider { display: block; padding: .7rem; text-align: center; border: 1px solid #8a8f98; border-radius: .4rem }
:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px }
[role=alert] { padding: .6rem .8rem; border-left: 4px solid #b91c1c; background: light-dark(#fef2f2, #3b1d1d) }
small, code { overflow-wrap: anywhere }
`;

const styleHash = createHash("sha256").update(style).digest("base64");

/**
 * Answers with a page that loads nothing and runs nothing. No `form-action` in its policy: browsers apply that to the
 * redirect after a sign-in too, and it goes to the client's own address.
 */
export function answerPage(ctx: Context, status: number, { title, body }: { title: string; body: Html }): void {
  ctx.status = status;
  ctx.type = "html";
  ctx.set("Cache-Control", "no-store");
  ctx.set("Referrer-Policy", "no-referrer");
  ctx.set("X-Content-Type-Options", "nosniff");
  ctx.set("Content-Security-Policy", `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'`);
  ctx.body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.text;
}
