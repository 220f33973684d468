import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { simulation } from "../../../../../local/engine/simulate";
import type { Simulator } from "../../../../../local/engine/simulate/simulator";

/** Outputs that only AWS knows, which a program that reads them would miss here; each simulator says why. */
const notSimulated: Readonly<Record<string, readonly string[]>> = {
  "awsx:ec2:Vpc": [
    "eips",
    "internetGateway",
    "isolatedSubnets",
    "privateSubnets",
    "publicSubnets",
    "routeTableAssociations",
    "routeTables",
    "routes",
    "subnetLayout",
    "subnets",
    "vpc",
    "vpcEndpoints",
  ],
  "aws:s3/bucket:Bucket": ["websiteDomain", "websiteEndpoint"],
};

/** Names of the inputs and outputs that the installed SDK declares for a type. */
function declared({ type }: Simulator): { readonly inputs: Set<string>; readonly outputs: Set<string> } {
  const [library, module, name = ""] = type.split(":");
  const file = library === "awsx" ? `${module}/${name.toLowerCase()}` : module;
  const text = readFileSync(require.resolve(`@pulumi/${library}/${file}.d.ts`), "utf8");
  const namesIn = (part: string, pattern: RegExp) => new Set([...part.matchAll(pattern)].map((match) => match[1]!));
  const args = text.indexOf(`export interface ${name}Args`);
  return {
    inputs: namesIn(text.slice(args), /^ {4}(\w+)\??: /gm),
    outputs: namesIn(text.slice(text.indexOf("export declare class"), args), /^ {4}readonly (\w+): pulumi\.Output</gm),
  };
}

describe("what is simulated exists in the SDK:", () => {
  for (const simulator of simulation.simulators.values()) {
    it(simulator.type, () => {
      const { inputs, outputs } = declared(simulator);
      const { autoName, computed, computedWithin = {}, defaults = {}, secrets = [], type } = simulator;
      const strayOutputs = [...Object.keys(computed), ...secrets].filter((key) => !outputs.has(key));
      assert.deepEqual(strayOutputs, [], "computed or secret, but no output");
      const named = autoName ? [autoName.property] : [];
      const strayInputs = [...Object.keys(defaults), ...Object.keys(computedWithin), ...named].filter(
        (key) => !inputs.has(key),
      );
      assert.deepEqual(strayInputs, [], "filled in, but no input");
      const missing = [...outputs].filter((key) => !inputs.has(key) && !(key in computed));
      assert.deepEqual(missing.sort(), [...(notSimulated[type] ?? [])].sort(), "outputs that nothing simulates");
    });
  }
});
