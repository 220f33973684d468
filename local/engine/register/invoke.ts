import { type ResourceInvokeRequest, ResourceInvokeResponse } from "@pulumi/pulumi/proto/resource_pb";
import { howToSimulate } from "../fault";
import type { PropertyMap, Urn } from "../model";
import { Refusal } from "../protocol/rpc";
import type { Run } from "../run";
import { isProviderType, packageOf } from "../urn";
import { isUnknown, plain } from "../values";
import { decode, send } from "../values/wire";
import type { Registry } from "./register";
import type { Transforms } from "./transforms";

const getResource = "pulumi:pulumi:getResource";

/**
 * Answers a provider function. While something that it depends on has yet to be created, the answer is unknown.
 * @throws Refusal for a function that cannot be simulated, and when it throws.
 */
export async function invoke(
  run: Run,
  registry: Registry,
  transforms: Transforms,
  request: ResourceInvokeRequest,
): Promise<ResourceInvokeResponse> {
  const token = request.getTok();
  const provider = request.getProvider() || registry.providers.inherited(request.getParent(), token) || "";
  const changed = await transforms.applyToInvoke(token, decode(request.getArgs()), provider, request.getVersion());
  const response = new ResourceInvokeResponse();
  if (token === getResource) {
    response.setReturn(send(stateOfResource(run, changed.args)));
    return response;
  }
  const simulation = run.simulation.invokes.get(token);
  if (!simulation) throw new Refusal(`the function ${token} cannot run locally: ${howToSimulate(token, "function")}`);
  const reference = await registry.providers.reference(token, changed.provider, changed.version);
  if (request.getDependsonList().some((urn) => isPending(run, urn))) {
    response.setUnknown(true);
    return response;
  }
  const args = plain(changed.args);
  const region = registry.providers.region(reference, args);
  if (region === undefined && packageOf(token) === "aws")
    throw new Refusal(`the function ${token} is in no region; set aws:region in the stack's configuration`);
  try {
    const account = registry.providers.account(reference);
    response.setReturn(send(simulation.run(args, { region: region ?? "", account })));
  } catch (cause) {
    throw new Refusal(`invocation of ${token} returned an error: ${(cause as Error).message}`);
  }
  return response;
}

/** What the SDK asks to make a resource object of a reference. */
function stateOfResource(run: Run, args: PropertyMap): PropertyMap {
  const { urn } = args;
  const resource = typeof urn === "string" ? run.resources.get(urn) : undefined;
  if (!resource) throw new Refusal(`unknown resource ${urn}`);
  const id = isUnknown(resource.id) ? "" : (resource.id ?? "");
  return { urn: resource.urn, id, provider: resource.provider ?? "", state: resource.outputs };
}

/** Whether a resource, or one within it, has yet to be created. */
function isPending(run: Run, urn: Urn): boolean {
  const resource = run.resources.get(urn);
  if (!resource) return true;
  if (resource.custom) return !isProviderType(resource.type) && (resource.id === undefined || isUnknown(resource.id));
  return [...run.resources.values()].some(({ parent, urn: child }) => parent === urn && isPending(run, child));
}
