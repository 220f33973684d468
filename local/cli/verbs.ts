import type { FlagName } from "./flags";

export interface Verb {
  readonly summary: string;
  readonly detail: string;
  readonly flags: readonly FlagName[];
  /** Whether `--stack` may be given more than once. */
  readonly manyStacks?: boolean;
}

/** What the command line can do. Each verb has a file of its name beside this one. */
export const verbs = {
  preview: {
    summary: "run the program and its policies, and show what it declares",
    detail: "What AWS would compute stays unknown, as in a first `pulumi preview`.",
    flags: ["stack", "cwd", "policy-pack", "config-file", "json", "diff", "verbose"],
    manyStacks: true,
  },
  up: {
    summary: "run the program with simulated resources and serve its APIs on localhost",
    detail:
      "The stack is kept in .gatehouse/<stack>.json, its secrets included, readable by you alone; the next run starts from it.",
    flags: ["stack", "cwd", "policy-pack", "config-file", "json", "port", "serve", "no-serve", "verbose"],
  },
  check: {
    summary: "preview every stack with the policies, for pull requests",
    detail: "Without --stack it takes every Pulumi.<stack>.yaml in the project.",
    flags: ["stack", "cwd", "policy-pack", "json", "verbose"],
    manyStacks: true,
  },
  export: {
    summary: "print the deployment of a fresh simulation, as `pulumi stack export` would",
    detail: "Secrets are hidden. Nothing is saved or served, and no policy is asked.",
    flags: ["stack", "cwd", "config-file", "verbose"],
  },
  demo: {
    summary: "serve the stack on free ports and walk through who gets in and who does not",
    detail: "Ends with status 0 only if every step holds.",
    flags: ["stack", "cwd", "policy-pack", "verbose"],
  },
  token: {
    summary: "print an access token of a machine client of the stack that `up` serves",
    detail: "It is the client credentials grant; --client is needed where several clients may use that grant.",
    flags: ["stack", "cwd", "client", "scope", "verbose"],
  },
  help: { summary: "show this, or the help of a verb", detail: "", flags: [] },
} as const satisfies Readonly<Record<string, Verb>>;

export type VerbName = keyof typeof verbs;

export const isVerb = (text: string): text is VerbName => Object.hasOwn(verbs, text);
