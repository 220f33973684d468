import type { Urn } from "./model";
import { fileOf } from "./simulate/folder-map";

/** Something that ends the run: the program's fault, or a limit of the local engine. Its message is for people. */
export class EngineFault extends Error {
  constructor(
    message: string,
    readonly urn?: Urn,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "EngineFault";
  }
}

/**
 * What to do about a type or function that cannot be simulated: where its simulator would go, from the repository's
 * folder, such as `local/engine/simulate/aws/sqs/queue.ts`.
 */
export function howToSimulate(token: string, kind: "resource" | "function"): string {
  const folder = `local/engine/simulate/${kind === "function" ? "invokes/" : ""}`;
  const file = fileOf(token);
  return file ? `it has no simulator; write one in ${folder}${file}.ts` : `no simulator can be found for such a token`;
}
