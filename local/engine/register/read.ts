import type { ReadResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { PropertyMap, ResourceState, Urn } from "../model";
import type { Run } from "../run";
import { isUnknown, plain } from "../values";
import { receive } from "../values/wire";
import { positionOf } from "./goal";
import { echo, simulated, withSecrets } from "./outcome";
import type { Registry } from "./register";
import { readStackReference, stackReferenceType } from "./stack-reference";

/**
 * Reads what another stack, or nobody, manages: `X.get` and StackReference. Policies do not see it. With an id that is
 * still unknown there is nothing to read.
 * @throws EngineFault for an unknown stack, and for a type without a simulator.
 */
export async function read(run: Run, registry: Registry, request: ReadResourceRequest): Promise<ResourceState> {
  const [type, name, parent, id] = [request.getType(), request.getName(), request.getParent(), request.getId()];
  const provider = await registry.providers.reference(type, request.getProvider(), request.getVersion());
  const urn = registry.claim({ type, name, ...(parent ? { parent } : {}) });
  const inputs = receive(request.getProperties(), run.entry.directory);
  const sourcePosition = positionOf(request.getSourceposition(), run.settings.directory);
  const outputs = isUnknown(id) ? {} : outputsOf(run, registry, { type, name, urn, id, inputs, provider });
  const state: ResourceState = {
    urn,
    type,
    name,
    custom: true,
    external: true,
    id,
    ...(parent ? { parent } : {}),
    inputs,
    outputs: withSecrets(outputs, request.getAdditionalsecretoutputsList()),
    dependencies: request.getDependenciesList(),
    propertyDependencies: {},
    provider,
    ...(sourcePosition ? { sourcePosition } : {}),
  };
  run.diagnostics.hideSecretsOf(state.outputs);
  run.resources.set(urn, state);
  run.changes.read++;
  return state;
}

function outputsOf(
  run: Run,
  registry: Registry,
  resource: {
    readonly type: string;
    readonly name: string;
    readonly urn: Urn;
    readonly id: string;
    readonly inputs: PropertyMap;
    readonly provider: string;
  },
): PropertyMap {
  const { type, name, urn, id, inputs, provider } = resource;
  if (type === stackReferenceType) return readStackReference(run, typeof inputs.name === "string" ? inputs.name : id);
  const simulator = registry.simulatorOf({ type, name, remote: false }, urn);
  const opened = plain(inputs);
  const region = registry.providers.region(provider, opened);
  const account = registry.providers.account(provider);
  const creation = { urn, type, name, inputs: opened, region, account, lookup: registry.lookup };
  return withSecrets(simulated(echo(inputs), simulator, creation, { id }).outputs, simulator.secrets ?? []);
}
