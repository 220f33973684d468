import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { comment, type StackInRequest } from "../../local/report/comment";
import type { Declared } from "../../local/report/ways-in";

/** Not golden files of stacks, though they lie beside them. */
const isStack = (file: string): boolean => file.endsWith(".json") && !file.endsWith(".lock.json");

/**
 * Writes a pull request's comment: golden files against those of the base branch, and what the check said.
 * Arguments: `--base` and `--head`, folders with golden files (default of the latter: this one); `--check`, a file with
 * what `check --json` printed. A stack that only the base has is gone; a check that is missing is said to be.
 */
export function commentOf(args: readonly string[]): string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      base: { type: "string" },
      head: { type: "string", default: "tests/golden" },
      check: { type: "string" },
    },
  });
  if (values.base === undefined)
    throw new Error("--base is missing; expected a folder with the base branch's golden files");
  const [before, after] = [readGolden(values.base), readGolden(values.head)];
  const checks = values.check === undefined ? new Map() : readChecks(values.check);
  const stacks = [...new Set([...before.keys(), ...after.keys(), ...checks.keys()])].sort();
  return comment(
    stacks.map((stack) => ({
      stack,
      ...(before.has(stack) && { before: before.get(stack)! }),
      ...(after.has(stack) && { after: after.get(stack)! }),
      ...(checks.has(stack) && { check: checks.get(stack)! }),
    })),
  );
}

function readGolden(folder: string): ReadonlyMap<string, readonly Declared[]> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder).filter(isStack);
  return new Map(files.map((file) => [basename(file, ".json"), JSON.parse(readFileSync(join(folder, file), "utf8"))]));
}

/** A check that broke off printed nothing, or no JSON. */
function readChecks(file: string): ReadonlyMap<string, NonNullable<StackInRequest["check"]>> {
  const text = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  if (text === "") return new Map();
  const objects: unknown = JSON.parse(text);
  const checks = (Array.isArray(objects) ? objects : [objects]) as readonly ({ readonly stack: string } & NonNullable<
    StackInRequest["check"]
  >)[];
  return new Map(checks.map((check) => [check.stack, check]));
}
