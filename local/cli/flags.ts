/** A flag as a person types it. Names follow the Pulumi CLI's where it has them. */
export interface Flag {
  readonly name: string;
  readonly short?: string;
  /** What the value is called in the help; absent for switches. */
  readonly value?: string;
  readonly repeatable?: boolean;
  readonly summary: string;
}

export const flags = [
  { name: "stack", short: "s", value: "name", repeatable: true, summary: "the stack; may be given more than once" },
  { name: "cwd", short: "C", value: "folder", summary: "the project's folder (default: here)" },
  {
    name: "policy-pack",
    value: "folder",
    repeatable: true,
    summary: "a policy pack, from the project's folder; none for no pack (default: policy, where it is one)",
  },
  { name: "config-file", value: "file", summary: "read this in place of Pulumi.<stack>.yaml" },
  { name: "json", short: "j", summary: "print JSON, and nothing else, on standard output" },
  { name: "diff", summary: "show each resource's inputs" },
  { name: "port", value: "number", summary: "first of the ports to serve on; 0 for free ones (default: 4700)" },
  { name: "serve", summary: "serve the stack once it is up (default)" },
  { name: "no-serve", summary: "end once the stack is up" },
  { name: "client", value: "name", summary: "the app client, by resource name or client name" },
  { name: "scope", value: "scope", repeatable: true, summary: "ask for this scope; may be given more than once" },
  { name: "verbose", short: "v", summary: "show debug messages, and where errors come from" },
  { name: "help", short: "h", summary: "show help" },
] as const satisfies readonly Flag[];

export type FlagName = (typeof flags)[number]["name"];
