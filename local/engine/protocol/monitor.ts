import type { Server } from "@grpc/grpc-js";
import { type IResourceMonitorServer, ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
  DeploymentInfo,
  ReadResourceResponse,
  type RegisterResourceOutputsRequest,
  type RegisterResourceRequest,
  RegisterResourceResponse,
  SupportsFeatureResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { EngineFault } from "../fault";
import { finish } from "../finish";
import type { ResourceState } from "../model";
import { parallel } from "../process/program";
import { goalOf, transformable } from "../register/goal";
import { invoke } from "../register/invoke";
import { read } from "../register/read";
import { Registry } from "../register/register";
import { Transforms } from "../register/transforms";
import { organization, type Run } from "../run";
import { isProviderType, packageOf, stackType, urnType } from "../urn";
import { receive, send } from "../values/wire";
import { featureIds, features } from "./features";
import { Refusal, unanswered, unary } from "./rpc";

/**
 * Adds the service to which a program registers its resources.
 * @returns what closes its connections.
 * @see https://github.com/pulumi/pulumi/blob/master/proto/pulumi/resource.proto
 */
export function addMonitor(server: Server, run: Run): () => void {
  const registry = new Registry(run);
  const transforms = new Transforms(run.entry.directory);
  const handler = unary((fault) => run.fail(fault));
  const service: IResourceMonitorServer = {
    getDeploymentInfo: handler(() => deploymentInfo(run)),
    supportsFeature: handler((request) => {
      const response = new SupportsFeatureResponse();
      response.setHassupport(featureIds.has(request.getId()));
      return response;
    }),
    registerResource: handler((request) => registerResource(run, registry, transforms, request)),
    registerResourceOutputs: handler((request) => registerOutputs(run, request)),
    readResource: handler(async (request) => {
      const { urn, outputs } = await read(run, registry, request);
      const response = new ReadResourceResponse();
      response.setUrn(urn);
      response.setProperties(send(outputs));
      return response;
    }),
    invoke: handler((request) => invoke(run, registry, transforms, request)),
    registerStackTransform: handler((callback) => {
      transforms.addToStack(callback);
      return new Empty();
    }),
    registerStackInvokeTransform: handler((callback) => {
      transforms.addToInvokes(callback);
      return new Empty();
    }),
    signalAndWaitForShutdown: handler(async () => {
      const mayEnd = await run.inTurn(() => finish(run));
      return mayEnd ? new Empty() : unanswered;
    }),
    call: handler((request) => {
      throw new Refusal(`the method ${request.getTok()} cannot run locally: no provider is running that could do it`);
    }),
    existsResource: handler((request) => {
      throw new Refusal(`whether ${request.getType()} ${request.getId()} exists cannot be known locally`);
    }),
    registerPackage: handler((request) => {
      throw new EngineFault(
        `the parameterized package ${request.getParameterization()?.getName() ?? request.getName()} cannot run locally`,
      );
    }),
    registerResourceHook: handler((request) => {
      throw new EngineFault(`the resource hook "${request.getName()}" cannot run locally: hooks are not simulated`);
    }),
    registerErrorHook: handler((request) => {
      throw new EngineFault(`the error hook "${request.getName()}" cannot run locally: hooks are not simulated`);
    }),
  };
  server.addService(ResourceMonitorService, service);
  return () => transforms.close();
}

async function registerResource(
  run: Run,
  registry: Registry,
  transforms: Transforms,
  request: RegisterResourceRequest,
): Promise<RegisterResourceResponse> {
  inherit(run, registry, request);
  const callbacks = request.getTransformsList();
  const changed = await transforms.apply(
    {
      type: request.getType(),
      name: request.getName(),
      custom: request.getCustom(),
      parent: request.getParent(),
      properties: receive(request.getObject(), run.entry.directory),
      options: transformable(request),
    },
    callbacks,
  );
  const goal = goalOf(request, changed.properties, changed.options, run.settings.directory);
  const state = await registry.register(goal, changed.options.getVersion());
  transforms.remember(state.urn, request.getParent(), callbacks);
  if (!goal.custom || goal.remote)
    registry.providers.remember(
      state.urn,
      Object.fromEntries(changed.options.getProvidersMap().entries()),
      goal.parent,
    );
  return registered(state, goal.remote);
}

/**
 * A child is protected, retained and provided for like its parent, unless it says otherwise.
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/source_eval.go (inheritFromParent, resolveProvider)
 */
function inherit(run: Run, registry: Registry, request: RegisterResourceRequest): void {
  const parent = run.resources.get(request.getParent());
  if (!parent) return;
  if (!request.hasProtect() && parent.protect) request.setProtect(true);
  if (!request.hasRetainondelete() && parent.retainOnDelete) request.setRetainondelete(true);
  if (request.getProvider() || !(request.getCustom() || request.getRemote()) || isProviderType(request.getType()))
    return;
  const token = request.getType();
  const own = request.getProvidersMap().get(packageOf(token));
  const isSamePackage = parent.provider && packageOf(urnType(parent.provider)) === packageOf(token);
  const provider = own ?? (isSamePackage ? parent.provider : registry.providers.inherited(parent.urn, token));
  if (provider) request.setProvider(provider);
}

function registered(state: ResourceState, isRemote: boolean): RegisterResourceResponse {
  const response = new RegisterResourceResponse();
  response.setUrn(state.urn);
  if (state.id) response.setId(state.id);
  response.setObject(send(state.custom || isRemote ? state.outputs : {}));
  if (isRemote)
    for (const key of Object.keys(state.outputs))
      response.getPropertydependenciesMap().set(key, new RegisterResourceResponse.PropertyDependencies());
  return response;
}

function registerOutputs(run: Run, request: RegisterResourceOutputsRequest): Empty {
  const urn = request.getUrn();
  const resource = run.resources.get(urn);
  if (!resource) throw new EngineFault(`outputs were registered for the unknown resource ${urn}`);
  const outputs = receive(request.getOutputs(), run.entry.directory);
  run.diagnostics.hideSecretsOf(outputs);
  run.resources.set(urn, { ...resource, outputs });
  if (resource.type === stackType) run.outputs = outputs;
  return new Empty();
}

function deploymentInfo(run: Run): DeploymentInfo {
  const info = new DeploymentInfo();
  info.setProject(run.settings.name);
  info.setStack(run.settings.stack);
  info.setOrganization(organization);
  for (const [key, value] of Object.entries(run.settings.config)) info.getConfigMap().set(key, value);
  info.setConfigsecretkeysList([...run.settings.secretKeys]);
  info.setDryrun(run.isPreview);
  info.setParallel(parallel);
  info.setSupportedfeaturesList([...features]);
  return info;
}
