import { EngineFault } from "../fault";
import type { PropertyMap } from "../model";
import { organization, type Run } from "../run";
import { containsSecret } from "../values";

export const stackReferenceType = "pulumi:pulumi:StackReference";

/**
 * The outputs of another stack, as its reader gets them.
 * @param name `organization/project/stack`, or shorter: `project/stack` and `stack` are completed from this stack.
 * @throws EngineFault when no such stack is known.
 */
export function readStackReference(run: Run, name: string): PropertyMap {
  const parts = name.split("/");
  const [owner, project, stack] = [parts.at(-3) ?? organization, parts.at(-2) ?? run.settings.name, parts.at(-1) ?? ""];
  const state = run.stackReference(`${owner}/${project}/${stack}`);
  if (!state) throw new EngineFault(`unknown stack ${JSON.stringify(name)}`);
  const secretOutputNames = Object.keys(state.outputs).filter((key) => containsSecret(state.outputs[key]));
  return { name, outputs: state.outputs, secretOutputNames: secretOutputNames.sort() };
}
