import { randomBytes } from "node:crypto";
import { runStack } from "../engine/engine";
import type { StackState } from "../engine/model";
import { plain } from "../engine/values";
import { startPlatform } from "../platform";
import { Application } from "./application";
import { Caller } from "./caller";
import { Clock } from "./clock";
import { type Cast, story } from "./story";

export interface DemoOptions {
  readonly projectDirectory: string;
  readonly stack: string;
  readonly policyPacks: readonly string[];
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
  return tell(result.state, print);
}

async function tell(state: StackState, print: DemoOptions["print"]): Promise<boolean> {
  const clock = new Clock();
  const callers: Caller[] = [];
  const platform = await startPlatform({
    state,
    now: clock.now,
    onRequest: (record) => {
      for (const caller of callers) caller.record(record);
    },
  });
  try {
    const { identity, gateway } = platform;
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
        ...declared(state, caller.api.kind),
      };
      for (const { title, tell } of story) {
        const fault = await tell(cast).catch((error: Error) => error);
        print(`  ${fault ? "✗" : "✓"} ${title}`);
        for (const line of fault ? [...caller.takeSeen(), fault.message] : [caller.takeSeen().map(short).join(" · ")])
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

/** What the story needs to know of the stack: the tenant authorizer's function and TTL, and an origin that CORS allows. */
function declared(state: StackState, kind: "rest" | "http") {
  const inputs = (type: string, name: RegExp) =>
    plain(state.resources.find((resource) => resource.type === type && name.test(resource.name))!.outputs) as Record<
      string,
      unknown
    >;
  const authorizer =
    kind === "rest" ? "aws:apigateway/authorizer:Authorizer" : "aws:apigatewayv2/authorizer:Authorizer";
  const { corsConfiguration } = inputs("aws:apigatewayv2/api:Api", /./) as {
    corsConfiguration: { allowOrigins: string[] };
  };
  return {
    origin: corsConfiguration.allowOrigins[0]!,
    authorizerFunction: inputs("aws:lambda/function:Function", /^authorizer/).name as string,
    cacheTtlSeconds: inputs(authorizer, /tenant/).authorizerResultTtlInSeconds as number,
  };
}
