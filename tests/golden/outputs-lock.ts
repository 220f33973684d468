import { readFileSync } from "node:fs";
import { z } from "zod";

export const outputsLockFile = "tests/golden/outputs.lock.json";

/** What other teams were last promised: the contract's version, and the JSON type of each output, and whether every stack has it. */
export interface OutputsLock {
  /** Such as `1.0`. */
  readonly version: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export const readOutputsLock = (): OutputsLock => JSON.parse(readFileSync(outputsLockFile, "utf8"));

/** A contract as the lock holds it. */
export function lockOf(version: string, contract: z.ZodObject): OutputsLock {
  const { properties = {}, required = [] } = z.toJSONSchema(contract) as {
    properties?: Record<string, z.core.JSONSchema.JSONSchema>;
    required?: readonly string[];
  };
  const typeOf = ({ type, items }: z.core.JSONSchema.JSONSchema): string =>
    type === "array" ? `array of ${typeOf(items as z.core.JSONSchema.JSONSchema)}` : String(type);
  return {
    version,
    outputs: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [
        name,
        `${typeOf(schema)}${required.includes(name) ? "" : " in some stacks"}`,
      ]),
    ),
  };
}

/** Every way in which a contract breaks what the lock promises, each with what to do. A new major version may break it all. */
export function breaksOf(lock: OutputsLock, now: OutputsLock): string[] {
  const [was, is] = [lock.version, now.version].map((version) => version.split(".").map(Number));
  if (is![0]! > was![0]!) return [];
  const undo = `put it back, or raise contractVersion to ${was![0]! + 1}.0`;
  const broken = Object.entries(lock.outputs).flatMap(([name, type]) => {
    const found = now.outputs[name];
    if (found === undefined) return [`${name} is gone; other teams read it: ${undo}`];
    return found === type ? [] : [`${name} was ${type} and is ${found}; other teams read it: ${undo}`];
  });
  const added = Object.keys(now.outputs).filter((name) => !(name in lock.outputs));
  const isRaised = is![0] === was![0] && is![1]! > was![1]!;
  if (added.length > 0 && !isRaised)
    broken.push(
      `${added.join(", ")} ${added.length === 1 ? "is" : "are"} new; raise contractVersion to ${was![0]}.${was![1]! + 1}`,
    );
  return broken;
}
