interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

/** A browser with a cookie jar, which follows redirects within one origin and stops where they leave it. */
export class Browser {
  #cookies: readonly Cookie[] = [];

  constructor(readonly origin: string) {}

  /** Another browser with the same cookies, as a thief of them has. */
  copy(): Browser {
    const copy = new Browser(this.origin);
    copy.#cookies = this.#cookies;
    return copy;
  }

  get(url: string): Promise<Page> {
    return this.#open(new URL(url, this.origin), { method: "GET" });
  }

  post(url: string, fields: Readonly<Record<string, string>>): Promise<Page> {
    return this.#open(new URL(url, this.origin), { method: "POST", body: new URLSearchParams(fields) });
  }

  async #open(url: URL, init: RequestInit): Promise<Page> {
    const sent = this.#cookies.filter(({ path }) => url.pathname.startsWith(path));
    const headers = { cookie: sent.map(({ name, value }) => `${name}=${value}`).join("; "), accept: "text/html" };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const location = response.headers.get("location");
    if (location === null) return { status: response.status, url, text: await response.text() };
    const next = new URL(location, url);
    return next.origin === this.origin
      ? this.#open(next, { method: "GET" })
      : { status: response.status, url: next, text: "" };
  }

  #keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /path=([^;]+)/i.exec(line)?.[1] ?? "/";
    const others = this.#cookies.filter((cookie) => cookie.name !== name || cookie.path !== path);
    const gone = value === "" || /expires=Thu, 01 Jan 1970/i.test(line);
    this.#cookies = gone ? others : [...others, { name, value, path }];
  }
}

export interface Page {
  readonly status: number;
  /** Where the redirects ended. */
  readonly url: URL;
  readonly text: string;
}
