import type { PropertyMap, PropertyValue, ResourceState, StackState } from "../model";
import { parseUrn, stackType } from "../urn";
import { isMap, isSecret, isSigned, isUnknown, mapChildren, mapValues, secret, unknown } from "../values";
import { notJson } from "./not-json";

/** A stack as an export tells it. */
export interface ExportedStack {
  readonly state: StackState;
  /** How many secrets are encrypted in it, and so are known to be there but not what they are. */
  readonly opaqueSecrets: number;
}

/** 4 has the same resources, with features that a reader may pass over. */
const versions: readonly PropertyValue[] = [3, 4];

/**
 * Reads what `pulumi stack export` wrote, by itself or within the key `deployment` of what a local run prints as JSON.
 * An encrypted secret becomes a secret whose value is unknown; so does an asset of which only the hash was kept. What
 * waits to be deleted is left out.
 * @throws Error that says in one line what was found where, and what is expected.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go (DeploymentV3, ResourceV3)
 */
export function readExport(text: string): ExportedStack {
  const reader = new Reader();
  const resources = deploymentOf(parse(text)).flatMap((resource, index) =>
    isMap(resource) && resource.delete === true ? [] : [reader.resource(resource, `deployment.resources[${index}]`)],
  );
  const first = resources.find(({ type }) => type === stackType) ?? resources[0];
  const { stack, project } = first ? parseUrn(first.urn) : { stack: "", project: "" };
  const state = {
    organization: "organization",
    project,
    stack,
    programDirectory: "",
    resources,
    outputs: first?.type === stackType ? first.outputs : {},
  };
  return { state, opaqueSecrets: reader.opaqueSecrets };
}

function parse(text: string): PropertyValue {
  try {
    return JSON.parse(text) as PropertyValue;
  } catch (cause) {
    throw new Error(notJson(cause), { cause });
  }
}

/** `--show-secrets` writes a secret as the text of its JSON. */
function parsePlaintext(text: string): PropertyValue {
  try {
    return JSON.parse(text) as PropertyValue;
  } catch {
    throw new Error("the plaintext of a secret is not JSON; expected what `pulumi stack export --show-secrets` writes");
  }
}

/** The resources, however deep the deployment is wrapped. */
function deploymentOf(value: PropertyValue, version?: PropertyValue): readonly PropertyValue[] {
  if (!isMap(value))
    throw new Error("it holds no deployment; expected what `pulumi stack export` writes, an object with deployment");
  if (isMap(value.deployment)) return deploymentOf(value.deployment, value.version ?? version);
  if (!("resources" in value || "manifest" in value))
    throw new Error("it holds no deployment; expected what `pulumi stack export` writes, an object with deployment");
  if (version !== undefined && !versions.includes(version))
    throw new Error(
      `version is ${JSON.stringify(version)}; expected 3 or 4: export it again with a current Pulumi CLI`,
    );
  const resources = value.resources ?? [];
  if (!Array.isArray(resources)) throw expected("deployment.resources", resources, "a list");
  return resources;
}

class Reader {
  opaqueSecrets = 0;

  resource(value: PropertyValue, path: string): ResourceState {
    if (!isMap(value)) throw expected(path, value, "an object");
    const { urn, type, id, parent, provider, sourcePosition } = value;
    if (typeof type !== "string") throw expected(`${path}.type`, type, "a type token");
    const inputs = this.properties(value.inputs, `${path}.inputs`);
    return {
      urn: urnAt(urn, `${path}.urn`),
      type,
      name: parseUrn(urnAt(urn, `${path}.urn`)).name,
      custom: value.custom === true,
      ...(value.external === true && { external: true }),
      ...(typeof id === "string" && { id }),
      ...(parent !== undefined && { parent: urnAt(parent, `${path}.parent`) }),
      inputs,
      outputs: shownBy(inputs, this.properties(value.outputs, `${path}.outputs`)),
      dependencies: urnsAt(value.dependencies, `${path}.dependencies`),
      propertyDependencies: Object.fromEntries(
        Object.entries(mapAt(value.propertyDependencies, `${path}.propertyDependencies`)).map(([key, urns]) => [
          key,
          urnsAt(urns, `${path}.propertyDependencies.${key}`),
        ]),
      ),
      ...(typeof provider === "string" && { provider }),
      ...(value.protect === true && { protect: true }),
      ignoreChanges: textsAt(value.ignoreChanges, `${path}.ignoreChanges`),
      additionalSecretOutputs: textsAt(value.additionalSecretOutputs, `${path}.additionalSecretOutputs`),
      aliases: textsAt(value.aliases, `${path}.aliases`),
      ...(isMap(value.customTimeouts) && { customTimeouts: value.customTimeouts as object }),
      ...(typeof sourcePosition === "string" && { sourcePosition }),
    };
  }

  private properties(value: PropertyValue | undefined, path: string): PropertyMap {
    return this.opened(mapAt(value, path)) as PropertyMap;
  }

  private opened(value: PropertyValue): PropertyValue {
    if (isSecret(value)) return secret(this.secretValue(value));
    if (isContentless(value)) return unknown;
    return mapChildren(value, (child) => this.opened(child));
  }

  private secretValue({ plaintext, value }: PropertyMap): PropertyValue {
    if (typeof plaintext === "string") return this.opened(parsePlaintext(plaintext));
    if (value !== undefined) return this.opened(value);
    this.opaqueSecrets += 1;
    return unknown;
  }
}

/** An output that is encrypted whole is what was put in, of which often just a part is secret. */
const shownBy = (inputs: PropertyMap, outputs: PropertyMap): PropertyMap =>
  mapValues(outputs, (value, key) => (isSecret(value) && isUnknown(value.value) ? (inputs[key] ?? value) : value));

/** The policy SDK refuses such assets, and an empty text leaves the state for good. */
function isContentless(value: PropertyValue): boolean {
  if (isSigned(value, "asset")) return !(value.path || value.uri || value.text);
  if (!isSigned(value, "archive")) return false;
  const { assets } = value;
  return isMap(assets) ? Object.values(assets).some(isContentless) : !(value.path || value.uri);
}

function urnAt(value: PropertyValue | undefined, path: string): string {
  try {
    if (typeof value === "string" && parseUrn(value)) return value;
  } catch {
    // The message below says it with the path.
  }
  throw expected(path, value, "a URN");
}

const urnsAt = (value: PropertyValue | undefined, path: string): string[] =>
  textsAt(value, path).map((urn, index) => urnAt(urn, `${path}[${index}]`));

function textsAt(value: PropertyValue | undefined, path: string): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.some((item) => typeof item !== "string"))
    throw expected(path, value, "a list of texts");
  return value as string[];
}

function mapAt(value: PropertyValue | undefined, path: string): PropertyMap {
  if (value === undefined || value === null) return {};
  if (!isMap(value)) throw expected(path, value, "an object");
  return value;
}

/** Only what kind of value was found is told: it may be a secret of the stack. */
function expected(path: string, value: PropertyValue | undefined, what: string): Error {
  const found =
    value === undefined
      ? "missing"
      : value === null
        ? "null"
        : Array.isArray(value)
          ? "a list"
          : isMap(value)
            ? "an object"
            : `a ${typeof value}`;
  return new Error(`${path} is ${found}; expected ${what}`);
}
