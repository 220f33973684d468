import {
  AnalyzeRequest,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { ResourceState } from "../model";
import { withoutInternals, withoutReferences } from "../values";
import { encode } from "../values/wire";

/** A resource, with the state of the provider that is responsible for it. */
export interface Subject {
  readonly resource: ResourceState;
  readonly provider: ResourceState | undefined;
}

/** Checked inputs, to be changed: the provider's internal keys are among them. */
export const remediateRequest = (subject: Subject): AnalyzeRequest =>
  inputsRequest(subject, withoutReferences(subject.resource.inputs));

/** Checked inputs, to be judged: without internal keys. References are ids, secrets stay wrapped. */
export const analyzeRequest = (subject: Subject): AnalyzeRequest =>
  inputsRequest(subject, withoutReferences(withoutInternals(subject.resource.inputs)));

function inputsRequest({ resource, provider }: Subject, properties: ResourceState["inputs"]): AnalyzeRequest {
  const request = new AnalyzeRequest();
  request.setType(resource.type);
  request.setName(resource.name);
  request.setUrn(resource.urn);
  request.setProperties(encode(properties));
  request.setOptions(optionsOf(resource));
  request.setProvider(providerOf(provider));
  return request;
}

/** A resource at the end of the run: its outputs, and what it depends on. */
export function stackResource({ resource, provider }: Subject): AnalyzerResource {
  const message = new AnalyzerResource();
  message.setType(resource.type);
  message.setName(resource.name);
  message.setUrn(resource.urn);
  message.setProperties(encode(withoutReferences(withoutInternals(resource.outputs))));
  message.setOptions(optionsOf(resource));
  message.setProvider(providerOf(provider));
  message.setParent(resource.parent ?? "");
  message.setDependenciesList([...resource.dependencies]);
  const dependencies = message.getPropertydependenciesMap();
  for (const [key, urns] of Object.entries(resource.propertyDependencies)) {
    if (urns.length === 0) continue;
    const list = new AnalyzerPropertyDependencies();
    list.setUrnsList([...urns]);
    dependencies.set(key, list);
  }
  return message;
}

function optionsOf(resource: ResourceState): AnalyzerResourceOptions {
  const options = new AnalyzerResourceOptions();
  options.setProtect(resource.protect ?? false);
  options.setIgnorechangesList([...(resource.ignoreChanges ?? [])]);
  options.setDeletebeforereplace(resource.deleteBeforeReplace ?? false);
  options.setDeletebeforereplacedefined(resource.deleteBeforeReplace !== undefined);
  options.setAdditionalsecretoutputsList([...(resource.additionalSecretOutputs ?? [])]);
  options.setAliasesList([...(resource.aliases ?? [])]);
  options.setParent(resource.parent ?? "");
  const timeouts = new AnalyzerResourceOptions.CustomTimeouts();
  timeouts.setCreate(resource.customTimeouts?.create ?? 0);
  timeouts.setUpdate(resource.customTimeouts?.update ?? 0);
  timeouts.setDelete(resource.customTimeouts?.delete ?? 0);
  options.setCustomtimeouts(timeouts);
  return options;
}

function providerOf(provider: ResourceState | undefined): AnalyzerProviderResource | undefined {
  if (!provider) return undefined;
  const message = new AnalyzerProviderResource();
  message.setType(provider.type);
  message.setName(provider.name);
  message.setUrn(provider.urn);
  message.setProperties(encode(withoutReferences(withoutInternals(provider.inputs))));
  return message;
}
