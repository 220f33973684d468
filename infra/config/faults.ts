/** One thing that is wrong with a stack's settings. */
export interface Fault {
  /** Where, such as `userPool.mfa.mode`. */
  readonly path: string;
  /** What is there. Absent: nothing is. Never a secret. */
  readonly found?: unknown;
  /** What is wrong with that, and what to do. */
  readonly sentence: string;
}

/** One line of a message. */
export const showFault = ({ path, found, sentence }: Fault): string =>
  `${path} is ${found === undefined ? "missing" : show(found)}; ${sentence}`;

const show = (value: unknown) => {
  const shown = JSON.stringify(value);
  return shown.length > 80 ? `${shown.slice(0, 77)}...` : shown;
};
