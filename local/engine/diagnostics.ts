import { stripVTControlCharacters } from "node:util";
import type { Diagnostic } from "./contract";
import type { PropertyValue } from "./model";
import { isMap, isSecret, unknown } from "./values";

/** A whole secret shorter than this is not masked, as in Pulumi's own log filter: it would blot out ordinary words. */
const shortestSecret = 3;

/** The same for texts within a larger secret, which are often no secrets at all: `GET`, `openid`. */
const shortestPart = 8;

/** Hiding these would hide nothing and spoil every message. */
const ordinary: ReadonlySet<string> = new Set(["true", "false", "null", unknown]);

/** Collects the messages of a run, and keeps secrets out of them. */
export class Diagnostics {
  readonly all: Diagnostic[] = [];
  private readonly secrets = new Set<string>();
  private pattern: RegExp | undefined;

  constructor(private readonly onDiagnostic: (diagnostic: Diagnostic) => void = () => {}) {}

  /** Colours, with which the SDK paints its errors even where there is no terminal, are taken off. */
  report(severity: Diagnostic["severity"], message: string, urn?: string): void {
    const diagnostic = { severity, message: this.masked(stripVTControlCharacters(message)), ...(urn ? { urn } : {}) };
    this.all.push(diagnostic);
    this.onDiagnostic(diagnostic);
  }

  get hasErrors(): boolean {
    return this.all.some(({ severity }) => severity === "error");
  }

  /** From now on this text, and each long text within it if it is JSON, is shown as `[secret]`. */
  hide(text: string): void {
    this.hideIfLonger(text, shortestSecret);
    for (const part of textsIn(text)) this.hideIfLonger(part, shortestPart);
  }

  /** Hides every long text within the secrets of a value. */
  hideSecretsOf(value: PropertyValue): void {
    if (isSecret(value)) for (const text of leaves(value.value ?? null)) this.hideIfLonger(text, shortestPart);
    else if (Array.isArray(value)) for (const child of value) this.hideSecretsOf(child);
    else if (isMap(value)) for (const child of Object.values(value)) this.hideSecretsOf(child);
  }

  private hideIfLonger(text: string, shortest: number): void {
    if (text.length < shortest || ordinary.has(text)) return;
    this.secrets.add(text);
    this.pattern = undefined;
  }

  masked(message: string): string {
    if (this.secrets.size === 0) return message;
    this.pattern ??= new RegExp(
      [...this.secrets]
        .sort((one, other) => other.length - one.length)
        .map(literal)
        .join("|"),
      "g",
    );
    return message.replace(this.pattern, "[secret]");
  }
}

function textsIn(json: string): string[] {
  try {
    const value: PropertyValue = JSON.parse(json);
    return typeof value === "object" ? leaves(value) : [];
  } catch {
    return [];
  }
}

function leaves(value: PropertyValue): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isMap(value) ? Object.values(value).flatMap(leaves) : [];
}

/** A text as a regular expression that matches it and nothing else. */
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
