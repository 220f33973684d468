import { styleText } from "node:util";

type Format = "bold" | "dim" | "red" | "yellow" | "green" | "cyan";

/** Puts colour on text, or leaves it as it is. */
export type Paint = (format: Format, text: string) => string;

export const plainPaint: Paint = (_, text) => text;
export const colourPaint: Paint = (format, text) => styleText(format, text, { validateStream: false });

/** Where a command's words go: results to standard output, everything else to standard error. */
export interface Terminal {
  print(text: string): void;
  note(text: string): void;
  /** A line that the next one replaces; only people see it, never a file. */
  progress(text: string): void;
  readonly paint: Paint;
  readonly notePaint: Paint;
}

interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const clearLine = "\r\u001b[K";

/** Colours only where a person looks, and not with NO_COLOR set. @see https://no-color.org */
export function terminal(out: Stream, error: Stream, environment: NodeJS.ProcessEnv): Terminal {
  const paintFor = ({ isTTY }: Stream): Paint =>
    isTTY && !environment.NO_COLOR && environment.TERM !== "dumb" ? colourPaint : plainPaint;
  let unfinished = false;
  const clear = (): void => {
    if (unfinished) error.write(clearLine);
    unfinished = false;
  };
  return {
    print: (text) => {
      clear();
      out.write(`${text}\n`);
    },
    note: (text) => {
      clear();
      error.write(`${text}\n`);
    },
    progress: (text) => {
      if (!error.isTTY) return;
      clear();
      error.write(text);
      unfinished = text !== "";
    },
    paint: paintFor(out),
    notePaint: paintFor(error),
  };
}
