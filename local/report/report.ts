import type { EngineResult } from "../engine/contract";
import type { ResourceState } from "../engine/model";

/** What is told of one stack, whether a program ran or an export was read. */
export interface Report
  extends Pick<EngineResult, "status" | "violations" | "policies" | "diagnostics" | "durationMs"> {
  readonly stack: string;
  readonly resources: readonly ResourceState[];
  /** Absent where nothing was planned: an export was judged. */
  readonly changes?: EngineResult["changes"];
  /** The stack as it was kept, to tell what access changes. Default: nothing is known of it. */
  readonly kept?: readonly ResourceState[];
}

export const reportOf = (stack: string, result: EngineResult, kept?: readonly ResourceState[]): Report => ({
  ...result,
  stack,
  resources: result.state.resources,
  ...(kept && { kept }),
});
