import assert from "node:assert/strict";
import { join } from "node:path";
import type { Runs } from "../../../support/engine/runs";

/** A fact that the real engine, Pulumi CLI v3.260.0, was seen to hold; sections are those of docs/local-engine.md. */
export interface Fact {
  readonly section: string;
  readonly observed: string;
  readonly holds: (runs: Runs) => void;
}

export const programs = join(__dirname, "../programs");
export const packs = join(__dirname, "../packs");

/** A URN of the program that uses each part of the protocol once. */
export const urn = (types: string, name: string) => `urn:pulumi:dev::everything::${types}::${name}`;
export const orders = urn("toy:web/api:Api", "orders");
export const stack = urn("pulumi:pulumi:Stack", "everything-dev");

export const environment = (runs: Runs, of: string, run: "preview" | "up" = "preview") =>
  runs[run].printed[of] as Record<string, string>;

/** What the registration of that resource was answered. */
export const response = (runs: Runs, run: "preview" | "up", name: string) =>
  runs[run].messages("registerResource", "response", name)[0];

export const mentions = ({ lines }: { readonly lines: readonly string[] }, text: string) =>
  assert.ok(
    lines.some((line) => line.includes(text)),
    `expected ${JSON.stringify(text)} among:\n${lines.join("\n")}`,
  );

export const nameOf = ({ name }: { readonly name: string }) => name;
