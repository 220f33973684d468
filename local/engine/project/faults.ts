/** Something in a project's files that keeps it from running. `file` is relative to the project's folder. */
export interface Fault {
  readonly file: string;
  readonly message: string;
}

/** All that is wrong with a project's files, in one message: a paragraph a file, a line a fault. */
export class ProjectError extends Error {
  override readonly name = "ProjectError";

  constructor(readonly faults: readonly Fault[]) {
    super(describe(faults));
  }
}

const describe = (faults: readonly Fault[]): string =>
  [...new Set(faults.map(({ file }) => file))]
    .map((file) => {
      const messages = faults.filter((fault) => fault.file === file).map(({ message }) => message);
      return [`${file} cannot be used:`, ...messages.map((one) => `  - ${one.replaceAll("\n", "\n    ")}`)].join("\n");
    })
    .join("\n");
