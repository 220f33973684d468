import { faults } from "./fault";

/** Input of an action, as the AWS JSON protocol has it. */
export type Input = Readonly<Record<string, unknown>>;

/** @throws {SqsFault} where it is missing */
export function text(input: Input, name: string): string {
  const value = input[name];
  if (typeof value === "string" && value !== "") return value;
  throw faults.missing(name);
}

/** Numbers come as text from the query protocol and from HTTP APIs. @throws {SqsFault} where it is out of bounds */
export function whole(input: Input, name: string, min: number, max: number): number | undefined {
  const value = input[name];
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw faults.invalid(
    `Value ${String(value)} for parameter ${name} is invalid. Reason: Must be between ${min} and ${max}, if provided.`,
  );
}

export const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
