import { readdirSync, readFileSync } from "node:fs";

/** A block of code on a page. */
export interface Block {
  /** As the fence says; indented code, which says nothing, is `sh`. */
  readonly language: string;
  readonly text: string;
}

/** What a page in Markdown says, as far as it can be checked. */
export interface Page {
  /** Path in the project. */
  readonly file: string;
  readonly blocks: readonly Block[];
  /** What stands between single backticks, outside blocks. */
  readonly code: readonly string[];
  /** Targets of links, outside blocks. */
  readonly links: readonly string[];
  /** What links may point at within the page. */
  readonly anchors: readonly string[];
}

/** The README and every guide. */
export const readPages = (): Page[] =>
  ["README.md", ...readdirSync("docs/guides").map((name) => `docs/guides/${name}`)]
    .filter((file) => file.endsWith(".md"))
    .map((file) => readPage(file, readFileSync(file, "utf8")));

export function readPage(file: string, text: string): Page {
  const blocks: Block[] = [];
  const keep = (language: string, body: string, indent: number) => {
    blocks.push({ language, text: body.replaceAll(new RegExp(`^ {0,${indent}}`, "gm"), "") });
    return "\n";
  };
  const prose = text
    .replaceAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm, (_, indent: string, language: string, body: string) =>
      keep(language || "sh", body, indent.length),
    )
    .replaceAll(/(?<=\n\n)(?: {4,}[^\n]*\n|\n(?= {4}))+/g, (body) => keep("sh", body, 4));
  const matches = (pattern: RegExp) => [...prose.matchAll(pattern)].map(([, found]) => found!);
  return {
    file,
    blocks,
    code: matches(/`([^`\n]+)`/g).map((code) => code.replaceAll("\\|", "|")),
    links: matches(/\]\(([^)\s]+)\)/g),
    anchors: matches(/^#+ (.+)$/gm).map(anchorOf),
  };
}

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");
