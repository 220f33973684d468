import * as pulumi from "@pulumi/pulumi";
import { contract, type Outputs } from "./contract";

/** What the stack exports, before AWS has given its part. */
export type OutputsToBe = { readonly [Name in keyof Outputs]: pulumi.Input<NonNullable<Outputs[Name]>> | undefined };

/**
 * The same outputs, each of which fails the deployment where it is not what the contract says. Names are looked at at once; values
 * when they are known, so that a preview looks at those that it knows.
 * @throws {pulumi.RunError} naming every output that is missing or that the contract does not know
 */
export function satisfying(outputs: OutputsToBe): { [Name in keyof Outputs]: pulumi.Output<Outputs[Name]> } {
  const declared = Object.entries(contract.shape);
  const given = new Map(Object.entries(outputs).filter(([, value]) => value !== undefined)) as ReadonlyMap<
    string,
    pulumi.Input<string | string[]>
  >;
  const faults = [
    ...declared
      .filter(([name, field]) => !given.has(name) && !field.isOptional())
      .map(([name]) => `${name} is missing`),
    ...[...given.keys()].filter((name) => !(name in contract.shape)).map((name) => `${name} is not in the contract`),
  ];
  if (faults.length > 0) throw new pulumi.RunError(message(faults));
  const present = declared.filter(([name]) => given.has(name));
  return Object.fromEntries(
    present.map(([name, field]) => [
      name,
      pulumi.output(given.get(name)!).apply((value) => {
        const result = field.safeParse(value);
        if (result.success) return value;
        throw new pulumi.RunError(
          message([`${name} is ${JSON.stringify(value)}; expected ${result.error.issues[0]!.message}`]),
        );
      }),
    ]),
  ) as { [Name in keyof Outputs]: pulumi.Output<Outputs[Name]> };
}

const message = (faults: readonly string[]) =>
  `The stack's outputs are not what infra/outputs/contract.ts promises other teams:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`;
