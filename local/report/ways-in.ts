import { createHash } from "node:crypto";
import type { PropertyMap, PropertyValue, ResourceState } from "../engine/model";
import { parseUrn } from "../engine/urn";
import { isSecret, isUnknown, opened, withoutReferences } from "../engine/values";

/** A resource as a program declares it. */
export interface Declared {
  readonly type: string;
  readonly name: string;
  readonly inputs: PropertyMap;
  /** Names of the resources from which a property's value comes. Default: not known. */
  readonly sources?: Readonly<Record<string, readonly string[]>>;
}

/** Something that a caller on the internet can reach. */
export interface WayIn {
  /** The same in every version of a program: type and name. */
  readonly key: string;
  /** Such as `GET /health`; a REST method shows no path, so its resource is named. */
  readonly label: string;
  /** Who gets in: `anyone`, or what is demanded. Never a secret. */
  readonly access: string;
  readonly isOpen: boolean;
  /** A browser's OPTIONS, which comes without credentials. */
  readonly isPreflight: boolean;
}

export const declared = ({ type, name, inputs, propertyDependencies }: ResourceState): Declared => ({
  type,
  name,
  inputs,
  sources: Object.fromEntries(
    Object.entries(propertyDependencies).map(([key, urns]) => [key, urns.map((urn) => parseUrn(urn).name)]),
  ),
});

const anyone = "anyone";

type Read = (resource: Declared, inputs: PropertyMap) => Omit<WayIn, "key"> | undefined;

const guarded =
  (property: string, labelOf: (name: string, inputs: PropertyMap) => string): Read =>
  (resource, inputs) => {
    const label = labelOf(resource.name, inputs);
    const access = accessOf(resource, inputs, inputs[property]);
    return { label, access, isOpen: access.startsWith(anyone), isPreflight: label.startsWith("OPTIONS") };
  };

const method = guarded("authorization", (name, { httpMethod }) => `${text(httpMethod)} (${name})`);
const nativeMethod = guarded("authorizationType", (name, { httpMethod }) => `${text(httpMethod)} (${name})`);
const route = guarded("authorizationType", (name, { routeKey }) =>
  typeof routeKey === "string" && !isUnknown(routeKey) && routeKey.startsWith("$")
    ? `${routeKey} (${name})`
    : text(routeKey),
);
const functionUrl = guarded("authorizationType", (name) => `function URL (${name})`);

/** An API whose routes no resource shows. */
const api: Read = ({ name }, { body, target }) => {
  if (target !== undefined) return { label: `$default (${name})`, access: anyone, isOpen: true, isPreflight: false };
  if (body === undefined) return undefined;
  const label = `OpenAPI body (${name})`;
  return { label, access: `as the body says (${fingerprint(body)})`, isOpen: false, isPreflight: false };
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html */
const readers: Readonly<Record<string, Read>> = {
  "aws:apigateway/method:Method": method,
  "aws:apigateway/restApi:RestApi": api,
  "aws:apigatewayv2/api:Api": api,
  "aws:apigatewayv2/route:Route": route,
  "aws:lambda/functionUrl:FunctionUrl": functionUrl,
  "aws-native:apigateway:Method": nativeMethod,
  "aws-native:apigateway:RestApi": api,
  "aws-native:apigatewayv2:Api": api,
  "aws-native:apigatewayv2:Route": route,
  "aws-native:lambda:Url": guarded("authType", (name) => `function URL (${name})`),
};

/** The ways into a stack's APIs and functions, in order of their labels. */
export function waysIn(resources: readonly Declared[]): readonly WayIn[] {
  const found = resources.flatMap((resource) => {
    const way = readers[resource.type]?.(resource, withoutReferences(resource.inputs));
    return way ? [{ key: `${resource.type} ${resource.name}`, ...way }] : [];
  });
  return found.sort((a, b) => (a.label < b.label ? -1 : Number(a.label > b.label)));
}

/** Absent and `NONE` let anyone in; an API key meters callers and keeps nobody out. */
function accessOf({ sources }: Declared, inputs: PropertyMap, type: PropertyValue | undefined): string {
  if ([undefined, null, "NONE"].includes(opened(type ?? null) as string | null))
    return inputs.apiKeyRequired === true ? `${anyone} with an API key` : anyone;
  const id = inputs.authorizerId === undefined ? undefined : text(inputs.authorizerId);
  const authorizer = sources?.authorizerId?.[0] ?? id?.replace(/^<computed by (.+)>$/, "$1");
  const scopes = Array.isArray(inputs.authorizationScopes) ? inputs.authorizationScopes.map(text) : [];
  const by = authorizer === undefined || authorizer === "<computed>" ? "" : ` by ${authorizer}`;
  return `${text(type)}${by}${scopes.length > 0 ? ` with ${scopes.sort().join(" or ")}` : ""}`;
}

/** A body is long, and may be secret; whether it is another one shows all the same. */
const fingerprint = (body: PropertyValue): string =>
  isUnknown(opened(body))
    ? "not known yet"
    : createHash("sha256").update(JSON.stringify(body)).digest("hex").slice(0, 8);

function text(value: PropertyValue | undefined): string {
  if (isSecret(value)) return "[secret]";
  if (isUnknown(value)) return "<computed>";
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
