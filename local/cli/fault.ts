/** Something that the person at the keyboard can put right. Its message is all that is shown; the exit status is 2. */
export class CommandFault extends Error {
  override readonly name = "CommandFault";
}

/** What the process ends with. */
export const exitCode = { ok: 0, violated: 1, failed: 2 } as const;
