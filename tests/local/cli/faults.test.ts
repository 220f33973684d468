import assert from "node:assert/strict";
import { local, type Outcome, Project } from "../../support/project";

const openMethod = `
import * as aws from "@pulumi/aws";
const api = new aws.apigateway.RestApi("side");
new aws.apigateway.Method("side-door", { restApi: api.id, resourceId: api.rootResourceId, httpMethod: "GET", authorization: "NONE" });
export = require("./infra/index");
`;

/** Each breaks a copy of the project and checks it as a pull request would be checked. */
const faults: readonly {
  readonly why: string;
  readonly broken: (project: Project) => Project;
  readonly stack?: string;
  /** The policy pack, where it matters. */
  readonly judged?: boolean;
  readonly status: 1 | 2;
  readonly says: readonly (string | RegExp)[];
  readonly never?: RegExp;
}[] = [
  {
    why: "a method without an authorizer beside the real program: 1, with policy and resource",
    broken: (project) => project.program(openMethod),
    judged: true,
    status: 1,
    says: ["rest-method-has-authorizer", "side-door", "mandatory"],
  },
  {
    why: "settings with several faults: 2, every one of them, and nothing registered",
    broken: (project) =>
      project
        .change("Pulumi.dev.yaml", "retentionDays: 14", "retentionDays: 15")
        .change("Pulumi.dev.yaml", "accessMinutes: 60", "accessMinuts: 60"),
    status: 2,
    says: [
      "Pulumi.dev.yaml cannot be used:",
      "tokens.accessMinuts is not a setting; did you mean accessMinutes?",
      "logs.retentionDays is 15; expected one of",
    ],
    never: /create|at .*\.ts:\d/,
  },
  {
    why: "a client secret in plain text: 2, without the secret",
    broken: (project) =>
      project
        .change("Pulumi.prod.yaml", /secure: v1:\S+/, "plain-text-secret")
        .change("Pulumi.prod.yaml", "Partner:\n      plain", "Partner: plain"),
    stack: "prod",
    status: 2,
    says: ["identityProviderSecrets", "it is plain text"],
    never: /plain-text-secret/,
  },
  {
    why: "a stack without a file: 2, with the stacks that have one",
    broken: (project) => project,
    stack: "stagng",
    status: 2,
    says: ["Pulumi.stagng.yaml", /dev, prod/],
  },
  {
    why: "a handler folder that is missing: 2, with its path",
    broken: (project) => project.delete("functions/profile"),
    status: 2,
    says: ["functions/profile/handler.ts was not found"],
    never: /create|at .*\.ts:\d/,
  },
  {
    why: "a function that does not build: 2, with file, line and column",
    broken: (project) => project.write("functions/health/handler.ts", "export const handler = (;\n"),
    status: 2,
    says: ['functions/health/handler.ts:1:25: Unexpected ";"'],
    never: /create|at .*\.ts:\d/,
  },
  {
    why: "a program that throws: 2, with its own message and place",
    broken: (project) => project.program(`export = require("./infra/index");\nthrow new Error("out of tea");\n`),
    status: 2,
    says: ["out of tea", /program\.ts:2/],
  },
];

describe("a check of", () => {
  const projects: Project[] = [];
  const outcomes = new Map<string, Promise<Outcome>>();

  // Two at a time: each is a program, a policy pack and the command line.
  before(() => {
    let queue: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
    for (const { why, broken, judged, stack = "dev" } of faults) {
      const pack = judged ? "policy" : "none";
      const project = broken(new Project());
      projects.push(project);
      const [next, ...others] = queue;
      const outcome = next!.then(() =>
        local("preview", "--stack", stack, "--cwd", project.folder, "--policy-pack", pack),
      );
      outcomes.set(why, outcome);
      queue = [...others, outcome];
    }
  });
  after(() => {
    for (const project of projects) project.remove();
  });

  for (const { why, status, says, never } of faults)
    it(why, async () => {
      const outcome = await outcomes.get(why)!;
      const text = outcome.stdout + outcome.stderr;
      for (const part of says)
        assert.ok(typeof part === "string" ? text.includes(part) : part.test(text), `${part} is not in:\n${text}`);
      if (never) assert.doesNotMatch(text, never);
      assert.equal(outcome.status, status, text);
    });
});
