import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packFolder, type Started, startPack } from "../../support/policy/pack-process";

const faults = [
  {
    why: "does not start with a list of public routes that cannot be read",
    file: "public-routes.ts",
    source: 'export const publicRoutes = { "http-route-has-authorizer": [{ route: "GET /*", reason: "Health" }] };',
    message: /error: .*configuration cannot be used:\s+- http-route-has-authorizer.exceptions\[0\].route is "GET \/\*"/,
  },
  {
    why: "does not start with a file that is no TypeScript, and says where",
    file: "controls/index.ts",
    source: "export const controls = [\n  ,;\n];",
    message: /error: .*the policy pack cannot be loaded: .*\s+controls\/index.ts:2:3: ERROR/,
  },
];

describe("a policy pack that is at fault", () => {
  let started: Started[];
  before(async () => {
    started = await Promise.all(faults.map(({ file, source }) => startChanged(file, source)));
  });

  for (const [index, { why, message }] of faults.entries())
    it(why, () => {
      const { port, stderr } = started[index]!;
      assert.equal(port, undefined);
      assert.match(stderr, message);
      assert.ok(!stderr.includes("    at "), `no stack:\n${stderr}`);
    });
});

/** Starts a copy of the pack in which one file is another. */
async function startChanged(file: string, source: string): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-policy-"));
  try {
    cpSync(packFolder, folder, { recursive: true, filter: (path) => !path.includes("node_modules") });
    symlinkSync(join(dirname(require.resolve("@pulumi/policy/package.json")), "../.."), join(folder, "node_modules"));
    writeFileSync(join(folder, file), source);
    const started = await startPack(folder);
    started.child.kill();
    return started;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
