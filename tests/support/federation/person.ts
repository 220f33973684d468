import { Browser, type Page } from "../../../local/demo/browser";
import type { Federation } from "../../../local/federation/contract";

/** What comes back to the pool. */
export type Answer = Parameters<Federation["finish"]>[0];

/** The form of a page: where it goes, and what is in its fields. */
export function readForm(text: string): { readonly action: string; readonly fields: Readonly<Record<string, string>> } {
  const fields = [...text.matchAll(/<input [^>]*?name="([^"]*)"[^>]*? value="([^"]*)"/gs)];
  return {
    action: unescaped(/<form [^>]*action="([^"]*)"/.exec(text)?.[1] ?? ""),
    fields: Object.fromEntries(fields.map(([, name, value]) => [unescaped(name!), unescaped(value!)])),
  };
}

/** Opens a stand-in's page, and decides there; the page that follows. */
export async function decide(url: string, changes: Readonly<Record<string, string>> = {}): Promise<Page> {
  const browser = new Browser(new URL(url).origin);
  const page = await browser.get(url);
  const { action, fields } = readForm(page.text);
  if (action === "") throw new Error(`There is no form at ${page.url}: ${page.status} ${page.text}`);
  return browser.post(action, { ...fields, decision: "sign-in", ...changes });
}

/** The whole way of a browser from `begin` to what it would bring back to the pool. */
export async function answerOf(url: string, changes: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const page = await decide(url, changes);
  if (page.text === "") return { path: page.url.pathname, parameters: Object.fromEntries(page.url.searchParams) };
  const { action, fields } = readForm(page.text);
  return { path: new URL(action).pathname, parameters: fields };
}

const unescaped = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
