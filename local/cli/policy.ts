import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ExportedStack } from "../engine/policy/exported-stack";
import type { Judgement } from "../engine/policy/judge";
import type { Report } from "../report/report";
import type { Command } from "./arguments";
import { CommandFault, exitCode } from "./fault";
import { untilInterrupted } from "./interrupt";
import { policyPacksOf } from "./project";
import { renderReports } from "./render/report";
import { renderJudgement } from "./render/summary";
import { renderViolations } from "./render/violations";
import { noteDiagnostics } from "./run";
import type { Terminal } from "./terminal";

/** Asks the policies about a stack that exists, by its export; no program runs. */
export async function policy(command: Command, terminal: Terminal): Promise<number> {
  const exported = readFrom(command);
  const { resources, stack } = exported.state;
  const judgement = resources.length > 0 ? await judged(command, terminal, exported) : nothing;
  const { status, violations, durationMs } = judgement;
  if (resources.length === 0) terminal.note("the export holds no resources, so there is nothing to judge");
  if (command.format === "text") {
    for (const line of renderViolations(violations, terminal.paint)) terminal.print(line);
    if (resources.length > 0) terminal.print(renderJudgement(stack, resources.length, judgement, terminal.paint));
  } else {
    const report: Report = { ...judgement, stack, resources };
    const object = { stack, mode: "policy", status, violations, durationMs };
    terminal.print(renderReports(command.format, [report], () => [object]));
  }
  return exitCode[status];
}

const nothing: Judgement = { status: "ok", violations: [], policies: [], diagnostics: [], durationMs: 0 };

async function judged(
  command: Command,
  terminal: Terminal,
  { state, opaqueSecrets }: ExportedStack,
): Promise<Judgement> {
  const { judge } = require("../engine/policy/judge") as typeof import("../engine/policy/judge");
  const policyPacks = policyPacksOf(command);
  if (policyPacks.length === 0) throw new CommandFault("there is no policy pack here; give one with --policy-pack");
  if (opaqueSecrets > 0) terminal.note(explainSecrets(opaqueSecrets));
  terminal.progress(`judging ${state.stack} ...`);
  return untilInterrupted((signal) =>
    judge({
      state,
      directory: command.directory,
      policyPacks,
      ...(command.policyPackConfigs && { policyPackConfigs: command.policyPackConfigs }),
      onDiagnostic: noteDiagnostics(command, terminal),
      signal,
    }),
  );
}

function readFrom({ from, directory }: Command): ExportedStack {
  const { readExport } = require("../engine/policy/exported-stack") as typeof import("../engine/policy/exported-stack");
  if (from === undefined)
    throw new CommandFault("no export was given; give one with --from: a file that `pulumi stack export` wrote, or -");
  const name = from === "-" ? "standard input" : from;
  try {
    return readExport(readFileSync(from === "-" ? 0 : resolve(directory, from), "utf8"));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new CommandFault(`${name}: ${code === "ENOENT" ? "it was not found" : message}`, { cause });
  }
}

const explainSecrets = (number: number): string =>
  `${number} encrypted ${number === 1 ? "secret counts" : "secrets count"} as there, but unknown; an export with --show-secrets shows them to the policies`;
