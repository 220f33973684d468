import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Catalogue } from "../catalogue";
import type { FunctionDeclaration, Trigger } from "../catalogue/define/function";
import type { Settings } from "../config/schema";
import { LambdaFunction } from "./lambda-function";
import type { Logs } from "./logs";

export interface TriggersArgs {
  readonly catalogue: Pick<Catalogue, "functions">;
  readonly settings: Settings;
  readonly logs: Logs;
  /** Folder of each function's bundle, by function name. */
  readonly bundles: Readonly<Record<string, string>>;
}

export interface TriggerFunction {
  /** Its name in the catalogue. */
  readonly key: string;
  readonly function: aws.lambda.Function;
  readonly role: aws.iam.Role;
  /** What it declares to do with the user pool that calls it. */
  readonly userPoolActions: readonly string[];
}

/**
 * The functions that the user pool calls, which exist before it. They learn from each event which pool calls: its id in their
 * environment would close a circle.
 */
export class Triggers extends pulumi.ComponentResource {
  readonly byTrigger: Readonly<Partial<Record<Trigger, TriggerFunction>>>;

  constructor(
    name: string,
    { catalogue, settings, logs, bundles }: TriggersArgs,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("gatehouse:compute:Triggers", name, {}, options);
    const declarations: [string, FunctionDeclaration][] = Object.entries(catalogue.functions);
    this.byTrigger = Object.fromEntries(
      declarations.flatMap(([key, declaration]) => {
        const { trigger, userPoolActions = [] } = declaration;
        if (trigger === undefined) return [];
        const made = new LambdaFunction(key, { declaration, settings, logs, bundle: bundles[key]! }, { parent: this });
        return [[trigger, { key, function: made.function, role: made.role, userPoolActions }]];
      }),
    );
    this.registerOutputs({});
  }

  get arns(): Readonly<Partial<Record<Trigger, pulumi.Output<string>>>> {
    return Object.fromEntries(Object.entries(this.byTrigger).map(([trigger, made]) => [trigger, made.function.arn]));
  }
}
