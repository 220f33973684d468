import type { ApiKind } from "../../../infra/catalogue/define/route";
import { Application } from "../../../local/demo/application";
import { type StandIn, startStandIn } from "../../../local/demo/stand-in";
import { runStack } from "../../../local/engine/engine";
import { plain } from "../../../local/engine/values";
import { type Platform, startPlatform } from "../../../local/platform";

/** The platform on this machine, with somebody to call it. */
export interface Served {
  urlOf(api: ApiKind): string;
  /** Of a person, with both scopes. */
  readonly person: { readonly access_token: string; readonly id_token: string };
  /** Of a machine that may only read. */
  readonly reader: string;
  readonly apiKey: string;
  close(): Promise<void>;
}

/** Brings the stack dev up in this process. Services of other teams are one stand-in. */
export async function serve(): Promise<Served> {
  const { state, status } = await runStack({
    projectDirectory: process.cwd(),
    stack: "dev",
    mode: "up",
    policyPacks: [],
  });
  if (status !== "ok") throw new Error(`dev cannot be brought up: ${status}`);
  const standIn: StandIn = await startStandIn();
  const platform: Platform = await startPlatform({
    state,
    upstreams: { "https://prices.example.com": standIn.url },
  });
  const close = async () => {
    await platform.close();
    await standIn.close();
  };
  const identity = platform.identity!;
  const user = { username: "ada@example.com", password: "correct-horse-Battery-1" };
  await identity.createUser({
    ...user,
    groups: ["operators"],
    attributes: { email: user.username, email_verified: "true", "custom:tenant": "acme" },
  });
  const scope = "openid email orders/read orders/write";
  const key = state.resources.find(({ type }) => type === "aws:apigateway/apiKey:ApiKey")!;
  return {
    urlOf: (api) => platform.gateway.apis.find(({ kind }) => kind === api)!.url,
    person: await new Application(state, "code", identity.url, scope).signIn(user.username, user.password, scope),
    reader: await new Application(state, "client_credentials", identity.url, "orders/read").ownToken("orders/read"),
    apiKey: String(plain(key.outputs).value),
    close,
  };
}
