import type { FlagName } from "./flags";

export interface Verb {
  readonly summary: string;
  readonly detail: string;
  readonly flags: readonly FlagName[];
  /** Whether `--stack` may be given more than once. */
  readonly manyStacks?: boolean;
  /** What a second word is; absent where there may be none. */
  readonly word?: string;
}

/** What the command line can do. Each verb has a file of its name beside this one. */
export const verbs = {
  preview: {
    summary: "run the program and its policies, and show what it declares",
    detail: "What AWS would compute stays unknown, as in a first `pulumi preview`.",
    flags: [
      "stack",
      "cwd",
      "reference",
      "policy-pack",
      "policy-pack-config",
      "config-file",
      "format",
      "json",
      "diff",
      "verbose",
    ],
    manyStacks: true,
  },
  up: {
    summary: "run the program with simulated resources and serve its APIs on localhost",
    detail:
      "The stack is kept in .gatehouse/<stack>.json, its secrets included, readable by you alone; the next run starts from it.",
    flags: [
      "stack",
      "cwd",
      "reference",
      "policy-pack",
      "policy-pack-config",
      "config-file",
      "json",
      "port",
      "upstream",
      "serve",
      "no-serve",
      "verbose",
    ],
  },
  check: {
    summary: "preview every stack with the policies, for pull requests",
    detail: "Without --stack it takes every Pulumi.<stack>.yaml in the project.",
    flags: ["stack", "cwd", "reference", "policy-pack", "policy-pack-config", "format", "json", "verbose"],
    manyStacks: true,
  },
  policy: {
    summary: "ask the policies about an exported stack, whoever's program made it; no program runs",
    detail: "It sees what `pulumi stack export` shows: inputs, outputs and dependencies. Nothing is changed.",
    flags: ["from", "cwd", "policy-pack", "policy-pack-config", "format", "json", "verbose"],
  },
  export: {
    summary: "print the deployment of a fresh simulation, as `pulumi stack export` would",
    detail: "Secrets are hidden. Nothing is saved or served, and no policy is asked.",
    flags: ["stack", "cwd", "reference", "config-file", "verbose"],
  },
  output: {
    summary: "print what the stack exports, as `pulumi stack output` would",
    detail: "It is what the last `up` here left. Secrets are hidden unless asked for.",
    flags: ["stack", "cwd", "json", "shell", "show-secrets", "verbose"],
    word: "output",
  },
  "plan-time": {
    summary: "show how long a first `pulumi up` would typically take, and the longest chain of what waits",
    detail: "It adds up typical times by type along the dependencies of a fresh simulation; no resource is made.",
    flags: ["stack", "cwd", "reference", "config-file", "json", "verbose"],
  },
  openapi: {
    summary: "print OpenAPI documents of a stack's APIs, from the program's own data; no program runs",
    detail: "Without --api, YAML has one document after the other, and JSON each by the name of its API.",
    flags: ["stack", "cwd", "config-file", "api", "json", "yaml", "verbose"],
  },
  demo: {
    summary: "serve the stack on free ports and walk through who gets in and who does not",
    detail: "Ends with status 0 only if every step holds.",
    flags: ["stack", "cwd", "policy-pack", "upstream", "verbose"],
  },
  token: {
    summary: "print an access token of a machine client of the stack that `up` serves",
    detail: "It is the client credentials grant; --client is needed where several clients may use that grant.",
    flags: ["stack", "cwd", "reference", "client", "scope", "verbose"],
  },
  key: {
    summary: "print an API key of the stack that `up` made",
    detail: "Such a key meters its bearer and proves nothing; --key is needed where there are several.",
    flags: ["stack", "cwd", "reference", "key", "verbose"],
  },
  help: { summary: "show this, or the help of a verb", detail: "", flags: [] },
} as const satisfies Readonly<Record<string, Verb>>;

export type VerbName = keyof typeof verbs;

export const isVerb = (text: string): text is VerbName => Object.hasOwn(verbs, text);
