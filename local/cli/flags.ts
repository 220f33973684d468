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
  {
    name: "policy-pack-config",
    value: "file",
    repeatable: true,
    summary: "the pack's configuration, one for each --policy-pack, in order (default: the pack's config.<stack>.json)",
  },
  { name: "config-file", value: "file", summary: "read this in place of Pulumi.<stack>.yaml" },
  { name: "from", value: "file", summary: "what `pulumi stack export` wrote; - for standard input" },
  { name: "format", value: "format", summary: "text (default), markdown, sarif or json" },
  { name: "json", short: "j", summary: "print JSON, and nothing else, on standard output" },
  { name: "yaml", summary: "print YAML, and nothing else, on standard output (default)" },
  { name: "api", value: "name", summary: "the API, such as rest or http (default: all)" },
  { name: "diff", summary: "show each resource's inputs" },
  { name: "port", value: "number", summary: "first of the ports to serve on; 0 for free ones (default: 4700)" },
  { name: "serve", summary: "serve the stack once it is up (default)" },
  { name: "no-serve", summary: "end once the stack is up" },
  {
    name: "upstream",
    value: "origin=url",
    repeatable: true,
    summary: "send requests for this origin, host or listener to that address; may be given more than once",
  },
  { name: "key", value: "name", summary: "the API key, by resource name or key name" },
  {
    name: "reference",
    value: "stack=folder",
    repeatable: true,
    summary:
      "a stack that the program reads, as organization/project/stack, and its project's folder (default: around here)",
  },
  { name: "shell", summary: "print assignments for a shell" },
  { name: "show-secrets", summary: "print secrets as they are" },
  { name: "client", value: "name", summary: "the app client, by resource name or client name" },
  { name: "scope", value: "scope", repeatable: true, summary: "ask for this scope; may be given more than once" },
  { name: "verbose", short: "v", summary: "show debug messages, and where errors come from" },
  { name: "help", short: "h", summary: "show help" },
] as const satisfies readonly Flag[];

export type FlagName = (typeof flags)[number]["name"];
