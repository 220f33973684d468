/** A browser with a cookie jar, which follows redirects within one host and stops where they leave it. */
export class Browser {
  readonly #cookies = new Map<string, { readonly value: string; readonly path: string }>();

  constructor(readonly origin: string) {}

  async get(url: string): Promise<Page> {
    return this.#follow(new URL(url, this.origin), { method: "GET" });
  }

  async post(url: string, fields: Readonly<Record<string, string>>): Promise<Page> {
    return this.#follow(new URL(url, this.origin), { method: "POST", body: new URLSearchParams(fields) });
  }

  async #follow(url: URL, init: RequestInit): Promise<Page> {
    const cookie = [...this.#cookies].filter(([, { path }]) => url.pathname.startsWith(path));
    const headers = { cookie: cookie.map(([name, { value }]) => `${name}=${value}`).join("; "), accept: "text/html" };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const location = response.headers.get("location");
    if (location === null) return { status: response.status, url, text: await response.text() };
    const next = new URL(location, url);
    if (next.origin !== this.origin) return { status: response.status, url: next, text: "" };
    return this.#follow(next, { method: "GET" });
  }

  #keep(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    const path = /path=([^;]+)/i.exec(line)?.[1] ?? "/";
    if (value === "" || /expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(name!);
    else this.#cookies.set(name!, { value: value!, path });
  }
}

export interface Page {
  readonly status: number;
  /** Where the redirects ended. */
  readonly url: URL;
  readonly text: string;
}
