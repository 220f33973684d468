import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Alias as AliasMessage } from "@pulumi/pulumi/proto/alias_pb";
import { type RegisterResourceRequest, TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import type { SourcePosition } from "@pulumi/pulumi/proto/source_pb";
import type { PropertyMap, ResourceState, Urn } from "../model";
import { parseDuration } from "../values/duration";
import { downgrade, outputDependencies } from "../values/output-value";
import type { Alias } from "./aliases";

/** What a program wants of one resource: its registration, after transforms and what it inherits from its parent. */
export interface Goal {
  readonly type: string;
  readonly name: string;
  readonly parent?: Urn;
  readonly custom: boolean;
  readonly remote: boolean;
  readonly inputs: PropertyMap;
  readonly dependencies: readonly Urn[];
  readonly propertyDependencies: Readonly<Record<string, readonly Urn[]>>;
  /** `URN::ID`. */
  readonly provider?: string;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly ignoreChanges: readonly string[];
  readonly replaceOnChanges: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly deleteBeforeReplace?: boolean;
  readonly customTimeouts?: NonNullable<ResourceState["customTimeouts"]>;
  readonly aliases: readonly Alias[];
  /** The id that the `import` option names. */
  readonly importId?: string;
  readonly sourcePosition?: string;
}

/** The options of a registration in the form in which transforms receive and change them. */
export function transformable(request: RegisterResourceRequest): TransformResourceOptions {
  const options = new TransformResourceOptions();
  options.setDependsOnList(request.getDependenciesList());
  options.setIgnoreChangesList(request.getIgnorechangesList());
  options.setReplaceOnChangesList(request.getReplaceonchangesList());
  options.setVersion(request.getVersion());
  options.setAliasesList(request.getAliasesList());
  options.setProvider(request.getProvider());
  options.setCustomTimeouts(request.getCustomtimeouts());
  options.setPluginDownloadUrl(request.getPlugindownloadurl());
  options.setDeletedWith(request.getDeletedwith());
  options.setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
  options.setHooks(request.getHooks());
  options.setImport(request.getImportid());
  const [protect, retain] = [request.getProtect(), request.getRetainondelete()];
  if (request.hasProtect() && protect !== undefined) options.setProtect(protect);
  if (request.hasRetainondelete() && retain !== undefined) options.setRetainOnDelete(retain);
  if (request.getDeletebeforereplacedefined() || request.getDeletebeforereplace())
    options.setDeleteBeforeReplace(request.getDeletebeforereplace());
  for (const [name, reference] of request.getProvidersMap().entries()) options.getProvidersMap().set(name, reference);
  return options;
}

/**
 * Reads a registration.
 * @param properties inputs, after transforms.
 * @param options after transforms.
 * @param projectDirectory where source positions start.
 */
export function goalOf(
  request: RegisterResourceRequest,
  properties: PropertyMap,
  options: TransformResourceOptions,
  projectDirectory: string,
): Goal {
  const propertyDependencies: Record<string, readonly Urn[]> = {};
  for (const [key, value] of request.getPropertydependenciesMap().entries())
    if (key in properties) propertyDependencies[key] = value.getUrnsList();
  for (const [key, value] of Object.entries(properties))
    propertyDependencies[key] = unique([...(propertyDependencies[key] ?? []), ...outputDependencies(value)]);
  const sourcePosition = positionOf(request.getSourceposition(), projectDirectory);
  const customTimeouts = timeoutsOf(options);
  return {
    type: request.getType(),
    name: request.getName(),
    ...given("parent", request.getParent()),
    custom: request.getCustom(),
    remote: request.getRemote(),
    inputs: downgrade(properties),
    dependencies: unique(options.getDependsOnList()),
    propertyDependencies,
    ...given("provider", options.getProvider()),
    ...(options.hasProtect() ? { protect: options.getProtect() === true } : {}),
    ...(options.hasRetainOnDelete() ? { retainOnDelete: options.getRetainOnDelete() === true } : {}),
    ignoreChanges: options.getIgnoreChangesList(),
    replaceOnChanges: options.getReplaceOnChangesList(),
    additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
    ...(options.hasDeleteBeforeReplace() ? { deleteBeforeReplace: options.getDeleteBeforeReplace() === true } : {}),
    ...(customTimeouts ? { customTimeouts } : {}),
    aliases: [...request.getAliasurnsList().map((urn) => ({ urn })), ...options.getAliasesList().map(aliasOf)],
    ...given("importId", options.getImport()),
    ...(sourcePosition ? { sourcePosition } : {}),
  };
}

const given = <Key extends string>(key: Key, text: string): { readonly [K in Key]?: string } =>
  (text === "" ? {} : { [key]: text }) as { readonly [K in Key]?: string };

export const unique = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];

function aliasOf(message: AliasMessage): Alias {
  const spec = message.getSpec();
  if (!spec) return { urn: message.getUrn() };
  return {
    ...given("name", spec.getName()),
    ...given("type", spec.getType()),
    ...given("stack", spec.getStack()),
    ...given("project", spec.getProject()),
    ...given("parent", spec.getParenturn()),
    ...(spec.getNoparent() ? { noParent: true } : {}),
  };
}

function timeoutsOf(options: TransformResourceOptions): Goal["customTimeouts"] {
  const message = options.getCustomTimeouts();
  const given = { create: message?.getCreate(), update: message?.getUpdate(), delete: message?.getDelete() };
  const timeouts = Object.entries(given).flatMap(([key, text]) => (text ? [[key, parseDuration(text)] as const] : []));
  return timeouts.length > 0 ? Object.fromEntries(timeouts) : undefined;
}

/** `project:///<path from the project's folder>#<line>,<column>`; absent outside a file. */
export function positionOf(position: SourcePosition | undefined, projectDirectory: string): string | undefined {
  if (!position?.getUri().startsWith("file:")) return undefined;
  const path = relative(projectDirectory, fileURLToPath(position.getUri())).replaceAll("\\", "/");
  const column = position.getColumn() === 0 ? "" : `,${position.getColumn()}`;
  return `project:///${path}#${position.getLine()}${column}`;
}
