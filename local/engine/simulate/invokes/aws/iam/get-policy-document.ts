import { crc32 } from "node:zlib";
import type { PropertyMap, PropertyValue } from "../../../../model";
import { text } from "../../../aws/shapes";
import type { Invoke } from "../../../simulator";

/**
 * Writes an IAM policy as the provider does: one value stands alone, several are in falling order, `&{...}` becomes
 * `${...}`, and a statement takes the place of an earlier one with its `Sid` where it overrides.
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/iam/getpolicydocument/
 */
export const getPolicyDocument: Invoke = {
  token: "aws:iam/getPolicyDocument:getPolicyDocument",
  run: (args) => {
    const version = text(args.version) || "2012-10-17";
    const sources = documents(args.sourcePolicyDocuments, args.sourceJson);
    const overrides = documents(args.overridePolicyDocuments, args.overrideJson);
    const own = maps(args.statements).map((statement) => toStatement(statement, version));
    const statements = overrides.reduce(override, override(sources.flat(), own));
    const policy = compact({ Version: version, Id: args.policyId ?? undefined, Statement: statements });
    const json = JSON.stringify(policy, undefined, 2);
    return { ...args, version, json, minifiedJson: JSON.stringify(policy), id: String(crc32(json)) };
  },
};

function toStatement(statement: PropertyMap, version: string): PropertyMap {
  const list = (key: string) => oneOrMany(statement[key], version);
  return compact({
    Sid: text(statement.sid) || undefined,
    Effect: text(statement.effect) || "Allow",
    Action: list("actions"),
    NotAction: list("notActions"),
    Resource: list("resources"),
    NotResource: list("notResources"),
    Principal: principals(statement.principals, version),
    NotPrincipal: principals(statement.notPrincipals, version),
    Condition: conditions(statement.conditions, version),
  });
}

const variables = (value: PropertyValue, version: string): string =>
  version === "2012-10-17" ? text(value).replaceAll("&{", "${") : text(value);

function oneOrMany(value: PropertyValue | undefined, version: string): PropertyValue | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const all = value.map((one) => variables(one, version)).sort((a, b) => (a < b ? 1 : -1));
  return all.length === 1 ? all[0] : all;
}

function principals(value: PropertyValue | undefined, version: string): PropertyValue | undefined {
  const all = maps(value);
  if (all.length === 0) return undefined;
  const [first] = all;
  if (all.length === 1 && first?.type === "*" && text(oneOrMany(first.identifiers, version)) === "*") return "*";
  const entries = [...new Set(all.map(({ type }) => text(type)))].map((type) => {
    const ofType = all.filter((one) => text(one.type) === type);
    const identifiers = ofType.flatMap((one) => (Array.isArray(one.identifiers) ? one.identifiers : []));
    return [type, oneOrMany(identifiers, version) ?? []];
  });
  return Object.fromEntries(entries);
}

function conditions(value: PropertyValue | undefined, version: string): PropertyMap | undefined {
  const found: { [test: string]: PropertyMap } = {};
  for (const { test, variable, values } of maps(value)) {
    const listed = Array.isArray(values) ? values.map((one) => variables(one, version)) : [];
    found[text(test)] = { ...found[text(test)], [text(variable)]: listed.length === 1 ? listed[0]! : listed };
  }
  return Object.keys(found).length === 0 ? undefined : found;
}

/** Statements of policies that are given as JSON text. */
function documents(list: PropertyValue | undefined, single: PropertyValue | undefined): PropertyMap[][] {
  const texts = [...(Array.isArray(list) ? list : []), ...(single === undefined ? [] : [single])].map(text);
  return texts.filter(Boolean).map((json) => {
    const { Statement } = JSON.parse(json) as { Statement?: PropertyMap | PropertyMap[] };
    return Statement === undefined ? [] : [Statement].flat();
  });
}

function override(earlier: PropertyMap[], later: PropertyMap[]): PropertyMap[] {
  const replaced = earlier.map(
    (statement) => later.find(({ Sid }) => Sid !== undefined && Sid === statement.Sid) ?? statement,
  );
  return [...replaced, ...later.filter((statement) => !replaced.includes(statement))];
}

const maps = (value: PropertyValue | undefined): PropertyMap[] =>
  Array.isArray(value) ? value.filter((one): one is PropertyMap => typeof one === "object" && one !== null) : [];

const compact = (map: Record<string, PropertyValue | undefined>): PropertyMap =>
  Object.fromEntries(Object.entries(map).filter((entry): entry is [string, PropertyValue] => entry[1] !== undefined));
