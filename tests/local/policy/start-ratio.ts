import { spawn } from "node:child_process";
import { once } from "node:events";
import { packFolder, startPack } from "../../support/policy/pack-process";

export interface StartRatio {
  /** Median milliseconds from the start of the process until the pack names its port. */
  readonly packMs: number;
  /** Median milliseconds of `node -e 'require("@pulumi/policy")'`, which every Node.js pack needs. */
  readonly sdkMs: number;
  readonly ratio: number;
}

/**
 * How much longer the policy pack takes to start than the SDK that it is made with.
 * The two take turns, so that a machine that slows down slows both. One round before the first warms both up.
 */
export async function measureStartRatio(rounds = 5): Promise<StartRatio> {
  const pack: number[] = [];
  const sdk: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const sdkTime = await timed(requireSdk);
    const packTime = await timed(startAndStop);
    if (round === 0) continue;
    sdk.push(sdkTime);
    pack.push(packTime);
  }
  return { packMs: median(pack), sdkMs: median(sdk), ratio: median(pack) / median(sdk) };
}

async function timed(task: () => Promise<() => Promise<void>>): Promise<number> {
  const start = performance.now();
  const finish = await task();
  const elapsed = performance.now() - start;
  await finish();
  return elapsed;
}

async function requireSdk(): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ["-e", 'require("@pulumi/policy")'], { cwd: packFolder, stdio: "ignore" });
  await once(child, "exit");
  return async () => {};
}

async function startAndStop(): Promise<() => Promise<void>> {
  const { child, port, stderr } = await startPack(packFolder);
  if (port === undefined) throw new Error(`the policy pack did not start:\n${stderr}`);
  return async () => {
    const exit = once(child, "exit");
    child.kill();
    await exit;
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
