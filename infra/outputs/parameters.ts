import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Catalogue } from "../catalogue";
import type { Settings } from "../config/schema";
import type { Outputs } from "./contract";
import { planParameters } from "./plan-parameters";

export interface ParametersArgs {
  readonly outputs: { readonly [Name in keyof Outputs]: pulumi.Output<Outputs[Name]> };
  readonly settings: Settings;
  readonly catalogue: Catalogue;
}

/**
 * The stack's outputs as SSM parameters, `/<project>/<stack>/<output>`, for teams without Pulumi. None is secret, and standard
 * parameters cost nothing.
 * @see https://aws.amazon.com/systems-manager/pricing/
 */
export class Parameters extends pulumi.ComponentResource {
  constructor(
    name: string,
    { outputs, settings, catalogue }: ParametersArgs,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("gatehouse:outputs:Parameters", name, {}, options);
    const plan = planParameters({
      project: pulumi.getProject(),
      stack: pulumi.getStack(),
      outputs: Object.keys(outputs),
      settings,
      catalogue,
    });
    for (const { output, name: path, type, description } of plan) {
      const value = outputs[output] as pulumi.Output<string | string[]>;
      new aws.ssm.Parameter(
        `${name}-${output}`,
        { name: path, type, description, insecureValue: value.apply(textOf) },
        { parent: this },
      );
    }
    this.registerOutputs({});
  }
}

const textOf = (value: string | string[]) => (Array.isArray(value) ? value.join(",") : value);
