import type { Page } from "./pages";

/** The words of a command. A placeholder such as `<pool id>` is one word, and so is what quotes hold together. */
export type Words = readonly string[];

const tools = ["npm", "pulumi", "aws"];

/** Every command on a page that starts one of these tools, in blocks for a shell and between backticks. */
export const commandsOf = ({ blocks, code }: Page): Words[] =>
  [...blocks.filter(({ language }) => language === "sh").map(({ text }) => text), ...code]
    .flatMap(readScript)
    .flatMap((words) => {
      const start = words.findIndex((word) => tools.includes(word));
      return start === -1 || words.length < start + 2 ? [] : [words.slice(start)];
    });

/** The commands of a script, those in `$(...)` included; redirections are left out. Enough of a shell's grammar for documentation. */
export function readScript(script: string): Words[] {
  const commands: string[][] = [];
  let at = 0;

  const readSubstitution = (): string => {
    at += 2;
    readUntil(")");
    return "$()";
  };

  /** From behind the opening quote to behind the closing one. */
  const readQuoted = (quote: string): string => {
    let word = "";
    for (at++; at < script.length && script[at] !== quote; at++) {
      if (quote === '"' && script.startsWith("$(", at)) {
        word += readSubstitution();
        at--;
      } else {
        if (quote === '"' && script[at] === "\\") at++;
        word += script[at];
      }
    }
    at++;
    return word;
  };

  const readUntil = (end: string) => {
    let words: string[] = [];
    let word: string | undefined;
    let isTarget = false;
    const endWord = () => {
      if (word !== undefined && !isTarget) words.push(word);
      if (word !== undefined) isTarget = false;
      word = undefined;
    };
    const endCommand = () => {
      endWord();
      if (words.length > 0) commands.push(words);
      words = [];
    };
    while (at < script.length && script[at] !== end) {
      const rest = script.slice(at);
      const skipped = /^(?:\\\n|[ \t]+#[^\n]*|#[^\n]*(?=\n|$))/.exec(rest)?.[0];
      const placeholder = /^<[^<>\n]+>/.exec(rest)?.[0];
      const next = script[at]!;
      if (skipped !== undefined && (word === undefined || skipped.startsWith("\\") || /^\s/.test(skipped))) {
        at += skipped.length;
        endWord();
      } else if (placeholder !== undefined) {
        word = (word ?? "") + placeholder;
        at += placeholder.length;
      } else if (rest.startsWith("$(")) word = (word ?? "") + readSubstitution();
      else if (next === "'" || next === '"') word = (word ?? "") + readQuoted(next);
      else if (/[\n|&;]/.test(next)) {
        endCommand();
        at++;
      } else if (/[<>]/.test(next)) {
        endWord();
        isTarget = true;
        at++;
      } else if (/\s/.test(next)) {
        endWord();
        at++;
      } else {
        word = (word ?? "") + next;
        at++;
      }
    }
    endCommand();
    at++;
  };

  while (at < script.length) readUntil("");
  return commands;
}

/** Values of a flag, given as `--flag value` or `--flag=value`. */
export const valuesOf = (words: Words, flag: string): string[] =>
  words.flatMap((word, index) => {
    if (word === flag) return words[index + 1] === undefined ? [] : [words[index + 1]!];
    return word.startsWith(`${flag}=`) ? [word.slice(flag.length + 1)] : [];
  });
