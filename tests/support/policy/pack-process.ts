import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  type AnalyzeDiagnostic,
  AnalyzeRequest,
  type AnalyzeResponse,
  type AnalyzerInfo,
  AnalyzerPropertyDependencies,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  type EnforcementLevel,
  PolicyConfig,
  type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { urnOf } from "./resources";

export const packFolder = join(__dirname, "../../../policy");

const runner = join(dirname(require.resolve("@pulumi/pulumi/package.json")), "cmd/run-policy-pack/index.js");

type Json = { [key: string]: JavaScriptValue };

/** A resource as the engine sends it: unknowns as the engine's text for them, secrets wrapped. */
export interface WireResource {
  readonly type: string;
  readonly name: string;
  readonly props: Json;
  readonly refs?: Readonly<Record<string, readonly string[]>>;
}

/** What a policy pack's process writes until it listens or ends. */
export interface Started {
  readonly child: ChildProcess;
  /** Undefined if the process ended without listening. */
  readonly port: string | undefined;
  readonly stderr: string;
}

/** Starts a pack as the Pulumi CLI does: same script, same arguments, same working directory. */
export function startPack(folder: string): Promise<Started> {
  const child = spawn(process.execPath, [runner, "127.0.0.1:1", folder], { cwd: folder });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => {
    child.stdout.once("data", (chunk) => resolve({ child, port: String(chunk).trim(), stderr }));
    child.once("close", () => resolve({ child, port: undefined, stderr }));
  });
}

/** A running pack and the calls that an engine makes to it. */
export class PackProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly client: AnalyzerClient,
  ) {}

  static async start(folder: string): Promise<PackProcess> {
    const { child, port, stderr } = await startPack(folder);
    if (port === undefined) throw new Error(`the policy pack did not start:\n${stderr}`);
    return new PackProcess(child, new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure()));
  }

  stop(): void {
    this.client.close();
    this.child.kill();
  }

  info(): Promise<AnalyzerInfo> {
    return promised((done) => this.client.getAnalyzerInfo(new Empty(), done));
  }

  /** Configures each policy that is named; the others keep their defaults. */
  async configure(policies: Readonly<Record<string, { level: EnforcementLevel; properties?: Json }>>): Promise<void> {
    const request = new ConfigureAnalyzerRequest();
    for (const [policy, { level, properties }] of Object.entries(policies)) {
      const config = new PolicyConfig();
      config.setEnforcementlevel(level);
      config.setProperties(Struct.fromJavaScript(properties ?? {}));
      request.getPolicyconfigMap().set(policy, config);
    }
    await promised<Empty>((done) => this.client.configure(request, done));
  }

  async analyze({ type, name, props }: WireResource): Promise<AnalyzeDiagnostic.AsObject[]> {
    const request = new AnalyzeRequest();
    request.setType(type);
    request.setName(name);
    request.setUrn(urnOf({ type, name }));
    request.setProperties(Struct.fromJavaScript(props));
    request.setOptions(new AnalyzerResourceOptions());
    return diagnostics(await promised((done) => this.client.analyze(request, done)));
  }

  /** The properties with which each remediation wants to replace the resource's, as the engine gets them. */
  async remediate({ type, name, props }: WireResource): Promise<{ policy: string; properties: unknown }[]> {
    const request = new AnalyzeRequest();
    request.setType(type);
    request.setName(name);
    request.setUrn(urnOf({ type, name }));
    request.setProperties(Struct.fromJavaScript(props));
    request.setOptions(new AnalyzerResourceOptions());
    const response = await promised<RemediateResponse>((done) => this.client.remediate(request, done));
    return response.getRemediationsList().map((remediation) => ({
      policy: remediation.getPolicyname(),
      properties: remediation.getProperties()?.toJavaScript(),
    }));
  }

  async analyzeStack(resources: readonly WireResource[]): Promise<AnalyzeDiagnostic.AsObject[]> {
    const request = new AnalyzeStackRequest();
    const urns = new Map(resources.map((resource) => [resource.name, urnOf(resource)]));
    for (const { type, name, props, refs } of resources) {
      const resource = new AnalyzerResource();
      resource.setType(type);
      resource.setName(name);
      resource.setUrn(urnOf({ type, name }));
      resource.setProperties(Struct.fromJavaScript(props));
      resource.setOptions(new AnalyzerResourceOptions());
      for (const [property, sources] of Object.entries(refs ?? {})) {
        const dependencies = new AnalyzerPropertyDependencies();
        dependencies.setUrnsList(sources.map((source) => urns.get(source)!));
        resource.getPropertydependenciesMap().set(property, dependencies);
      }
      request.addResources(resource);
    }
    return diagnostics(await promised((done) => this.client.analyzeStack(request, done)));
  }
}

function diagnostics(response: AnalyzeResponse): AnalyzeDiagnostic.AsObject[] {
  return response.toObject().diagnosticsList;
}

function promised<T>(call: (done: (error: ServiceError | null, response: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, response) => (error ? reject(error) : resolve(response)));
  });
}
