import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  type AnalyzeDiagnostic,
  type AnalyzeRequest,
  type AnalyzeResponse,
  AnalyzerHandshakeRequest,
  type AnalyzerInfo,
  type AnalyzerResource,
  AnalyzerStackConfigureRequest,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  type RemediateResponse,
  type Remediation,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Policy } from "../contract";
import { deferred } from "../deferred";
import { EngineFault } from "../fault";
import { type Child, describeExit, startChild } from "../process/child";
import { findRunner } from "../process/entry";
import { runtimeEnvironment } from "../process/runtime-options";
import type { ProjectSettings } from "../project";
import { ProjectError } from "../project/faults";
import { ask, askIfKnown, connect, reasonOf } from "../protocol/rpc";
import { configurePolicies, policyConfig } from "./config";
import type { PackConfiguration } from "./pack-configuration";
import { policiesOf } from "./policies";
import type { PackSettings } from "./settings";

/** How long a pack may take until it listens, in milliseconds. */
const startupPatience = 120_000;

export interface PackOptions {
  readonly pack: PackSettings;
  /** Default: the pack's own levels and defaults. */
  readonly configuration?: PackConfiguration | undefined;
  readonly project: Pick<ProjectSettings, "name" | "stack" | "config" | "secretKeys">;
  readonly organization: string;
  readonly isPreview: boolean;
  /** `host:port` of the engine service. */
  readonly engineAddress: string;
  readonly onLine: (line: string) => void;
}

/** A policy pack in a process of its own, configured and ready. */
export interface PolicyPack {
  readonly name: string;
  /** As its author and its configuration have them. */
  readonly policies: readonly Policy[];
  remediate(request: AnalyzeRequest): Promise<readonly Remediation[]>;
  analyze(request: AnalyzeRequest): Promise<readonly AnalyzeDiagnostic[]>;
  analyzeStack(resources: readonly AnalyzerResource[]): Promise<readonly AnalyzeDiagnostic[]>;
}

/** A pack that is on its way up. `ready` rejects with a message for people when it cannot be used. */
export interface StartingPack {
  readonly ready: Promise<PolicyPack>;
  end(): Promise<void>;
}

/**
 * Starts a pack as Pulumi does: its process first, then Handshake, ConfigureStack, GetPluginInfo, GetAnalyzerInfo and
 * Configure with every policy's level and defaults.
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/plugin/analyzer_plugin.go
 */
export function startPolicyPack(options: PackOptions): StartingPack {
  let client: AnalyzerClient | undefined;
  const listening = deferred<AnalyzerClient>();
  const lines: string[] = [];
  const child = startProcess(options, (line) => {
    if (client === undefined && /^\d+$/.test(line)) {
      client = connect(AnalyzerClient, `127.0.0.1:${line}`);
      listening.resolve(client);
      return;
    }
    lines.push(line);
    options.onLine(line);
  });
  const ready = Promise.race([listening.promise, neverListens(child, lines)])
    .then((connected) => configure(connected, options))
    .catch((cause: unknown) => {
      if (cause instanceof ProjectError) throw cause;
      throw new EngineFault(`policy pack ${options.pack.given} failed to start: ${reasonOf(cause)}`, undefined, {
        cause,
      });
    });
  ready.catch(() => {});
  return {
    ready,
    end: async () => {
      client?.close();
      await child.end();
    },
  };
}

/**
 * Waits until every pack is ready or has failed.
 * @throws the one fault, or an EngineFault that says all of them.
 */
export async function allReady(packs: readonly StartingPack[]): Promise<readonly PolicyPack[]> {
  const outcomes = await Promise.allSettled(packs.map(({ ready }) => ready));
  const faults = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as Error] : []));
  if (faults.length === 1) throw faults[0];
  if (faults.length > 1) throw new EngineFault(faults.map(({ message }) => message).join("\n"));
  return outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
}

function startProcess(
  { pack, project, organization, isPreview, engineAddress }: PackOptions,
  onLine: (line: string) => void,
) {
  const hasConfig = Object.keys(project.config).length > 0;
  return startChild({
    argv: [...pack.runtime.nodeargs, findRunner("cmd/run-policy-pack", pack.directory), engineAddress, pack.program],
    cwd: pack.directory,
    env: {
      ...process.env,
      ...(hasConfig ? { PULUMI_CONFIG: JSON.stringify(project.config) } : {}),
      PULUMI_NODEJS_ORGANIZATION: organization,
      PULUMI_NODEJS_PROJECT: project.name,
      PULUMI_NODEJS_STACK: project.stack,
      PULUMI_NODEJS_DRY_RUN: `${isPreview}`,
      ...runtimeEnvironment(pack.runtime),
    },
    onLine,
  });
}

/** Rejects when the pack ends, or has had its time. */
async function neverListens(child: Child, lines: readonly string[]): Promise<never> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), startupPatience).unref();
  });
  const exit = await Promise.race([child.exit, late]);
  clearTimeout(timer);
  if (exit === "late") throw new Error(`it does not listen after ${startupPatience / 1000} seconds`);
  const said = lines.slice(-20).join("\n");
  throw new Error(
    `it ${describeExit(exit)} before it listened${said ? `:\n${said}` : "; a pack must make a PolicyPack"}`,
  );
}

async function configure(client: AnalyzerClient, options: PackOptions): Promise<PolicyPack> {
  await askIfKnown<object>((done) => client.handshake(handshakeRequest(options), done));
  await askIfKnown<object>((done) => client.configureStack(stackRequest(options), done));
  await ask<PluginInfo>((done) => client.getPluginInfo(new Empty(), done));
  const info = await ask<AnalyzerInfo>((done) => client.getAnalyzerInfo(new Empty(), done));
  const configuration = new ConfigureAnalyzerRequest();
  const settings = configurePolicies(info, options.configuration);
  for (const [name, setting] of settings) configuration.getPolicyconfigMap().set(name, policyConfig(setting));
  await ask<Empty>((done) => client.configure(configuration, done));
  return {
    name: info.getName(),
    policies: policiesOf(info, settings),
    remediate: async (request) =>
      (await askIfKnown<RemediateResponse>((done) => client.remediate(request, done)))?.getRemediationsList() ?? [],
    analyze: async (request) =>
      (await ask<AnalyzeResponse>((done) => client.analyze(request, done))).getDiagnosticsList(),
    analyzeStack: async (resources) => {
      const request = new AnalyzeStackRequest();
      request.setResourcesList([...resources]);
      return (await ask<AnalyzeResponse>((done) => client.analyzeStack(request, done))).getDiagnosticsList();
    },
  };
}

function handshakeRequest({ engineAddress, pack }: PackOptions): AnalyzerHandshakeRequest {
  const request = new AnalyzerHandshakeRequest();
  request.setEngineAddress(engineAddress);
  request.setRootDirectory(pack.directory);
  request.setProgramDirectory(pack.directory);
  return request;
}

function stackRequest({ project, organization, isPreview }: PackOptions): AnalyzerStackConfigureRequest {
  const request = new AnalyzerStackConfigureRequest();
  request.setStack(project.stack);
  request.setProject(project.name);
  request.setOrganization(organization);
  request.setDryRun(isPreview);
  request.setConfigSecretKeysList([...project.secretKeys]);
  for (const [key, value] of Object.entries(project.config)) request.getConfigMap().set(key, value);
  return request;
}
