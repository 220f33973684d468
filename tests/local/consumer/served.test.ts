import assert from "node:assert/strict";
import { once } from "node:events";
import { local, start } from "../../support/project";
import { Teams } from "./consumer";

describe("another team's stack on the platform", () => {
  let teams: Teams;
  let child: ReturnType<typeof start>;
  let text = "";
  let api = "";

  const tokenOf = async (folder: string, ...flags: string[]) => {
    const args = ["--client", "fulfilment", "--stack", "dev", "--cwd", folder, ...flags];
    const { stdout, stderr, status } = await local("token", ...args);
    assert.equal(status, 0, stderr);
    return stdout.trim();
  };
  const get = (path: string, token?: string) =>
    fetch(`${api}${path}`, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

  before(async () => {
    teams = new Teams();
    // What the platform's team does once the scope exists.
    teams.platform.change("Pulumi.dev.yaml", /( +scopes:) \{\}/, "$1 { fulfilment: [invoices/read] }");
    const { folder } = teams.platform;
    const platform = await local("up", "--stack", "dev", "--no-serve", "--policy-pack", "none", "--cwd", folder);
    assert.equal(platform.status, 0, platform.stderr);
    child = start(["up", "--port", "0", "--cwd", teams.consumer]);
    await new Promise<void>((resolve, reject) => {
      const look = (chunk: Buffer) => {
        text += chunk;
        if (text.includes("Ctrl-C")) resolve();
      };
      child.stdout.on("data", look);
      child.stderr.on("data", look);
      child.once("exit", () => reject(new Error(`ended before it served:\n${text}`)));
    });
    api = /HTTP API http-api +(\S+)/.exec(text)![1]!;
  });
  after(async () => {
    if (child?.exitCode === null) {
      child.kill("SIGINT");
      await once(child, "exit");
    }
    teams.remove();
  });

  it("is served with the platform, and suggests its own route", () => {
    assert.match(text, /User pool +http:\/\/localhost:\d+/);
    assert.match(text, /token --stack dev --cwd \S+ --client fulfilment-client/);
    assert.ok(text.includes(`"Authorization: Bearer $TOKEN" ${api}/invoices`), text);
  });

  it("lets nobody in without a token: 401", async () => assert.equal((await get("/invoices")).status, 401));

  it("lets nobody in without its own scope: 403", async () => {
    const token = await tokenOf(teams.consumer, "--scope", "orders/read");
    assert.equal((await get("/invoices", token)).status, 403);
  });

  it("answers a token of the platform's user pool with its scope: 200", async () => {
    const token = await tokenOf(teams.consumer, "--scope", "invoices/read");
    const answer = await get("/invoices", token);
    assert.equal(answer.status, 200);
    const { items } = (await answer.json()) as { items: { customer: string }[] };
    assert.deepEqual(new Set(items.map(({ customer }) => customer)), new Set(["warehouse"]));
    assert.equal((await get("/orders", token)).status, 403, "the platform's own routes still want theirs");
  });

  it("leaves the platform's own routes on the same API", async () => {
    assert.equal((await get("/health")).status, 200);
    assert.equal((await get("/orders", await tokenOf(teams.platform.folder, "--scope", "orders/read"))).status, 200);
  });

  it("cannot be served twice, alone or with the platform", async () => {
    for (const cwd of [teams.consumer, teams.platform.folder]) {
      const { status, stderr } = await local("up", "--stack", "dev", "--port", "0", "--cwd", cwd);
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`already served, by process ${child.pid}`));
    }
  });

  it("ends with Ctrl-C, and the platform with it", async () => {
    child.kill("SIGINT");
    const [status] = await once(child, "exit");
    assert.equal(status, 0);
    for (const cwd of [teams.consumer, teams.platform.folder])
      assert.equal((await local("token", "--client", "fulfilment", "--cwd", cwd, "--stack", "dev")).status, 2);
  });
});
