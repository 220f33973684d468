import { randomBytes } from "node:crypto";
import { runStack } from "../engine/engine";
import type { StackState } from "../engine/model";
import { startPlatform } from "../platform";
import { Application } from "./application";
import { Caller } from "./caller";
import type { Cast } from "./cast";
import { Clock } from "./clock";
import { declared, upstreamsOf } from "./declared";
import { takeMessages } from "./queues";
import { type StandIn, startStandIn } from "./stand-in";
import { story } from "./story";

export interface DemoOptions {
  readonly projectDirectory: string;
  readonly stack: string;
  readonly policyPacks: readonly string[];
  /** What stands in for upstreams; the demo's own stand-in takes the requests for all others. */
  readonly upstreams?: Readonly<Record<string, string>>;
  readonly print: (line: string) => void;
}

/**
 * Brings the stack up on free ports and tells its story on each API: who gets in, who does not, and why.
 * This is the one part of `local` that knows this project's routes and scopes.
 * @returns whether every step held
 */
export async function runDemo({ print, ...options }: DemoOptions): Promise<boolean> {
  print(`Bringing ${options.stack} up locally, with its policies ...`);
  const result = await runStack({
    ...options,
    mode: "up",
    onDiagnostic: ({ severity, message }) => {
      if (severity === "warning" || severity === "error") print(`  ${message}`);
    },
  });
  if (result.status !== "ok") {
    for (const { policy, message } of result.violations) print(`  ${policy}: ${message}`);
    return false;
  }
  const upstream = await startStandIn();
  try {
    return await tell(result.state, print, upstream, options.upstreams ?? {});
  } finally {
    await upstream.close();
  }
}

async function tell(
  state: StackState,
  print: DemoOptions["print"],
  upstream: StandIn,
  upstreams: Readonly<Record<string, string>>,
): Promise<boolean> {
  const clock = new Clock();
  const callers: Caller[] = [];
  const platform = await startPlatform({
    state,
    now: clock.now,
    upstreams: { ...Object.fromEntries(upstreamsOf(state).map((name) => [name, upstream.url])), ...upstreams },
    onRequest: (record) => {
      for (const caller of callers) caller.record(record);
    },
  });
  try {
    const { identity, gateway, queues } = platform;
    if (!identity) throw new Error("The stack has no user pool to tell the story with.");
    callers.push(...gateway.apis.map((api) => new Caller(api, gateway)));
    const asked = "openid email orders/read orders/write";
    const app = new Application(state, "code", identity.url, asked);
    const machine = new Application(state, "client_credentials", identity.url, "orders/read orders/write");
    const person = async (name: string, { groups = [], scope = asked }: { groups?: string[]; scope?: string } = {}) => {
      const user = { username: `${name}@example.com`, password: `${randomBytes(12).toString("base64url")}aA1!` };
      const attributes = { email: user.username, email_verified: "true", "custom:tenant": tenant };
      await identity.createUser({ ...user, groups, attributes });
      return app.signIn(user.username, user.password, scope);
    };

    let failed = 0;
    for (const caller of callers) {
      print(`\n${caller.api.kind.toUpperCase()} API  ${caller.api.url}`);
      const cast: Cast = {
        caller,
        identity,
        clock,
        tenant,
        ada: await person(`ada.${caller.api.kind}`, { groups: ["operators"] }),
        bob: await person(`bob.${caller.api.kind}`),
        carol: await person(`carol.${caller.api.kind}`, { groups: ["support"], scope: "openid" }),
        reader: await machine.ownToken("orders/read"),
        writer: await machine.ownToken("orders/write"),
        refresh: ({ refresh_token }) => app.refresh(refresh_token),
        receive: async () => (queues ? takeMessages(state, queues.url) : []),
        upstream,
        ...declared(state, caller.api.kind),
      };
      for (const { title, tell } of story.filter(({ where }) => where?.(cast) ?? true)) {
        const fault = await tell(cast).catch((error: Error) => error);
        print(`  ${fault ? "✗" : "✓"} ${title}`);
        for (const line of fault
          ? [...caller.takeSeen(), fault.message]
          : [folded(caller.takeSeen().map(short)).join(" · ")])
          print(`      ${line}`);
        if (fault) failed += 1;
      }
    }
    print(failed === 0 ? "\nEvery step held." : `\n${failed} steps failed.`);
    return failed === 0;
  } finally {
    await platform.close();
  }
}

/** For whom the people of the story act. */
const tenant = "acme";

/** Ids are made up anew in every run: the start of one is enough to see. */
const short = (call: string) => call.replace(/(\/[\w-]{8})[\w-]{8,}/, "$1…");

/** Calls that were made again and again, as one. */
const folded = (calls: readonly string[]): readonly string[] =>
  calls.flatMap((call, index) => {
    if (call === calls[index - 1]) return [];
    const end = calls.findIndex((other, later) => later > index && other !== call);
    const times = (end < 0 ? calls.length : end) - index;
    return [times > 1 ? `${call} ×${times}` : call];
  });
