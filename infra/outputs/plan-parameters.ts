import { z } from "zod";
import type { Catalogue } from "../catalogue";
import type { Settings } from "../config/schema";
import { contract, type Outputs } from "./contract";

export interface ParameterPlan {
  readonly output: keyof Outputs;
  /** Such as `/gatehouse/dev/issuer`. */
  readonly name: string;
  /** Lists are joined by commas. */
  readonly type: "String" | "StringList";
  readonly description: string;
}

export interface ParametersPlanArgs {
  readonly project: string;
  readonly stack: string;
  /** Names of what this stack exports. */
  readonly outputs: readonly string[];
  readonly catalogue: Pick<Catalogue, "resourceServers" | "groups">;
  readonly settings: Pick<Settings, "identityProviders" | "edge">;
}

/**
 * The SSM parameter of each output of the contract. A list without entries has none, since no value may be empty.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
 * @see https://github.com/getmoto/moto/issues/3794 (AWS's answer to an empty value)
 */
export function planParameters({ project, stack, outputs, ...declared }: ParametersPlanArgs): readonly ParameterPlan[] {
  const filled: Readonly<Record<string, boolean>> = listsWithEntries(declared);
  return Object.entries<z.ZodType>(contract.shape).flatMap(([output, field]) => {
    const inner = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field;
    const isList = inner instanceof z.ZodArray;
    if (!outputs.includes(output) || (isList && !filled[output])) return [];
    return [
      {
        output: output as keyof Outputs,
        name: `/${project}/${stack}/${output}`,
        type: isList ? ("StringList" as const) : ("String" as const),
        description: inner.meta()?.description ?? "",
      },
    ];
  });
}

type ListName = {
  [Name in keyof Outputs]-?: NonNullable<Outputs[Name]> extends readonly string[] ? Name : never;
}[keyof Outputs];

/** Known before AWS has given its part; the compiler wants every list of the contract here. */
const listsWithEntries = ({
  catalogue,
  settings,
}: Pick<ParametersPlanArgs, "catalogue" | "settings">): Readonly<Record<ListName, boolean>> => ({
  scopes: hasEntries(catalogue.resourceServers),
  groups: hasEntries(catalogue.groups),
  identityProviders: hasEntries(settings.identityProviders),
  partnerApiKeyIds: hasEntries(settings.edge.partners),
});

const hasEntries = (record: object) => Object.keys(record).length > 0;
