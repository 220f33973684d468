import * as pulumi from "@pulumi/pulumi";
import { contractVersion, platformOutputs } from "./platform-outputs";

type Declared = typeof platformOutputs;
type Value<Type> = Type extends "list" ? readonly string[] : Type extends "text?" ? string | undefined : string;

/** The platform's outputs, by name. */
export type Platform = { readonly [Name in keyof Declared]: Value<Declared[Name]> };

/**
 * The outputs of a stack of the platform: plain values, since what another stack exports is known and none of this is secret.
 * To be asked for once in a program, before anything is registered.
 * Errors, each one message that says what to do: a contract of another major version; and, where it is used, an output that is missing
 * or of another type. A stack that does not exist is Pulumi's own error.
 * @param stack `<organization>/<project>/<stack>`, such as `organization/gatehouse/dev`
 * @see https://www.pulumi.com/docs/iac/concepts/stacks/#stackreferences
 */
export async function platform(stack: string): Promise<Platform> {
  const reference = new pulumi.StackReference(stack);
  const read = async (name: string): Promise<unknown> => (await reference.getOutputDetails(name)).value;
  checkVersion(stack, await read("contractVersion"));
  const outputs = {};
  for (const [name, type] of Object.entries(platformOutputs)) {
    const found = await read(name);
    Object.defineProperty(outputs, name, { enumerable: true, get: () => checked(stack, name, type, found) });
  }
  return outputs as Platform;
}

const renew = "copy platform.ts and platform-outputs.ts anew from the platform's examples/consumer";

/** Additions raise the minor number and do no harm; all else raises the major one. */
function checkVersion(stack: string, found: unknown): void {
  if (found === undefined)
    throw new pulumi.RunError(
      `${stack} exports no contractVersion; expected a stack of the platform that has been brought up: correct the name, or bring it up`,
    );
  const [own = 0, other = 0] = [contractVersion, found].map((version) => Number.parseInt(String(version), 10));
  if (own === other) return;
  const what = `${stack} exports contract ${found}; expected ${own}.x, which this program knows:`;
  throw new pulumi.RunError(
    other > own
      ? `${what} ${renew}, and compare docs/outputs.md there`
      : `${what} ask the platform's team to bring ${stack} up to date, or ${renew} as they were at ${found}`,
  );
}

function checked(stack: string, name: string, type: string, found: unknown): unknown {
  const isRight = type === "list" ? Array.isArray(found) : typeof found === "string";
  if (isRight || (found === undefined && type === "text?")) return found;
  throw new pulumi.RunError(
    found === undefined
      ? `${stack} exports no ${name}, which is in contract ${contractVersion}: ask the platform's team to bring ${stack} up to date`
      : `${stack} exports a ${name} that is no ${type === "list" ? "list" : "text"}, as it is in contract ${contractVersion}: ${renew}`,
  );
}
