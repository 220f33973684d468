import { parseArgs } from "node:util";
import { runStack } from "../../local/engine/engine";
import { measureStartRatio } from "../local/policy/start-ratio";

/** Two figures of one run, taken in turn so that a slow machine slows both. Milliseconds, medians. */
interface Comparison {
  readonly name: string;
  readonly subject: { readonly what: string; readonly ms: number };
  readonly against: { readonly what: string; readonly ms: number };
  readonly ratio: number;
  /** What the ratio must not exceed, where something is promised. */
  readonly limit?: number;
}

const usage = "usage: npm run bench -- [--rounds N] [--json]";

/** Prints how long things take, and exits 1 when a promised ratio is not kept. */
export async function main(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: "string", default: "5" }, json: { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.help) return void console.log(usage);
  const rounds = Number(values.rounds);
  const comparisons: Comparison[] = [];
  for (const measure of [policyPackStart, previewWithPolicies]) {
    const comparison = await measure(rounds);
    comparisons.push(comparison);
    if (!values.json) console.log(line(comparison));
  }
  if (values.json) console.log(JSON.stringify(comparisons, null, 2));
  process.exitCode = comparisons.some(({ ratio, limit }) => limit !== undefined && ratio > limit) ? 1 : 0;
}

async function policyPackStart(rounds: number): Promise<Comparison> {
  const { packMs, sdkMs, ratio } = await measureStartRatio(rounds);
  return {
    name: "start of the policy pack",
    subject: { what: "policy pack", ms: packMs },
    against: { what: "@pulumi/policy alone", ms: sdkMs },
    ratio,
    limit: 1.5,
  };
}

async function previewWithPolicies(rounds: number): Promise<Comparison> {
  const preview = async (policyPacks: string[]) =>
    (await runStack({ projectDirectory: process.cwd(), stack: "dev", mode: "preview", policyPacks })).durationMs;
  const guarded: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await preview([]));
    guarded.push(await preview(["policy"]));
  }
  const [subject, against] = [median(guarded), median(bare)];
  return {
    name: "preview of dev",
    subject: { what: "with the policy pack", ms: subject },
    against: { what: "without", ms: against },
    ratio: subject / against,
  };
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const line = ({ name, subject, against, ratio, limit }: Comparison) =>
  `${name}: ${subject.what} ${Math.round(subject.ms)} ms, ${against.what} ${Math.round(against.ms)} ms, ratio ${ratio.toFixed(2)}${
    limit === undefined ? "" : ` (limit ${limit})`
  }`;
