import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import * as path from "node:path";
import { story } from "../../../local/demo/story";
import { local, Project, start } from "../../support/project";

/** A running `up`, and what it has printed so far. */
async function serve(project: Project, ...args: string[]) {
  const child = start(["up", "--stack", "dev", "--cwd", project.folder, ...args]);
  let text = "";
  const printed = (part: string) =>
    new Promise<void>((resolve, reject) => {
      const look = (chunk?: Buffer) => {
        text += chunk ?? "";
        if (text.includes(part)) resolve();
      };
      child.stdout.on("data", look);
      child.stderr.on("data", look);
      child.once("exit", () => reject(new Error(`ended before it printed ${part}:\n${text}`)));
      look();
    });
  return { child, printed, text: () => text };
}

/** What the processes that a process has started are; Linux only, where `/proc` tells. */
const childrenOf = (pid: number): string[] => {
  const read = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : "");
  const pids = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).split(" "),
  );
  return pids.filter(Boolean).map((child) => read(`/proc/${child}/cmdline`).replaceAll("\0", " "));
};

describe("npm start", () => {
  let project: Project;
  before(() => {
    project = new Project();
  });
  after(() => project.remove());

  it("serves the APIs and the user pool, with lines to copy that work, until Ctrl-C", async () => {
    const { child, printed, text } = await serve(project, "--port", "0");
    try {
      await printed("Ctrl-C");
      assert.match(text(), /REST API rest-api +http:\/\/localhost:\d+\/v1/);
      assert.match(text(), /HTTP API http-api +http:\/\/localhost:\d+/);
      assert.match(text(), /User pool +http:\/\/localhost:\d+/);
      assert.match(text(), /TOKEN=\$\(npm run --silent local -- token --stack dev .*--client fulfilment-client\)/);

      const [, url] = /curl -i -H "Authorization: Bearer \$TOKEN" (\S+)/.exec(text())!;
      assert.equal((await fetch(url!)).status, 401);
      const { stdout: token, status } = await local(
        "token",
        "--stack",
        "dev",
        "--cwd",
        project.folder,
        "--client",
        "fulfilment-client",
      );
      assert.equal(status, 0);
      assert.match(token, /^[\w-]+\.[\w-]+\.[\w-]+\n$/);
      const answer = await fetch(url!, { headers: { authorization: `Bearer ${token.trim()}` } });
      assert.equal(answer.status, 200);
      await printed("200");
      assert.ok(!text().includes(token.trim()), "a token was printed");
      if (process.platform === "linux")
        assert.deepEqual(childrenOf(child.pid!), [], "program and policy pack have ended");

      const { stdout: key } = await local("key", "--stack", "dev", "--cwd", project.folder);
      assert.match(key, /^[A-Za-z0-9]{40}\n$/);
      assert.ok(!text().includes(key.trim()), "an API key was printed unasked");
      const [, queues] = /Queues +(http:\/\/localhost:\d+)/.exec(text())!;
      const headers = { "x-amz-target": "AmazonSQS.ListQueues" };
      const listed = await fetch(queues!, { method: "POST", headers, body: "{}" });
      assert.match(await listed.text(), /https:\/\/sqs\.[\w-]+\.amazonaws\.com\//);

      const kept = statSync(path.join(project.folder, ".gatehouse", "dev.json"));
      assert.equal(kept.mode & 0o777, 0o600, "the kept state holds secrets");
    } finally {
      child.kill("SIGINT");
    }
    const [status] = await once(child, "exit");
    assert.equal(status, 0);
    const { status: gone, stderr } = await local("token", "--stack", "dev", "--cwd", project.folder);
    assert.equal(gone, 2);
    assert.match(stderr, /is not served/);
  });

  it("says which port is taken, and what to do", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    try {
      const { status, stderr } = await local("up", "--stack", "dev", "--cwd", project.folder, "--port", String(port));
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`${port}.*--port`));
      assert.equal(stderr.trim().split("\n").length, 1, stderr);
    } finally {
      taken.close();
    }
  });
});

describe("npm run demo", () => {
  it("tells the whole story on both APIs and ends well", async () => {
    const { status, stdout, stderr } = await local("demo", "--stack", "dev", "--policy-pack", "none");
    assert.equal(status, 0, stdout + stderr);
    const onRestAlone = story.filter(({ where }) => where !== undefined);
    assert.equal(stdout.match(/✓/g)?.length, 2 * story.length - onRestAlone.length);
    assert.match(stdout, /GET \/partner\/orders 429/);
    assert.doesNotMatch(stdout, /✗/);
    assert.match(stdout, /Every step held\./);
  });
});
