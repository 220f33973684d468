import { type Properties, type PropertyValue, read } from "../reading";

type Texts = readonly string[];

/** What is wrong with the trust of a role that an identity pool's users may take. */
export type TrustFault = "anyPool" | "anyIdentity";

const audience = "cognito-identity.amazonaws.com:aud";
const kind = "cognito-identity.amazonaws.com:amr";

/**
 * The faults of a role's trust in Amazon Cognito's identity pools; none for a role that does not trust them.
 * `anyPool`: the audience is not limited to pools by id, so that anybody's pool will do.
 * `anyIdentity`: it is not said whether guests or signed-in users are meant.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
 */
export function trustFaults(properties: Properties): readonly TrustFault[] {
  const faults = statementsOf(properties)
    .filter(trustsIdentityPools)
    .flatMap((statement): TrustFault[] => [
      ...(limits(statement, audience, isPoolId) ? [] : ["anyPool" as const]),
      ...(limits(statement, kind, (value) => !/^[*?]/.test(value)) ? [] : ["anyIdentity" as const]),
    ]);
  return [...new Set(faults)];
}

function statementsOf(properties: Properties): readonly PropertyValue[] {
  const reading = read(
    properties,
    read(properties, "assumeRolePolicy").state === "absent" ? "assumeRolePolicyDocument" : "assumeRolePolicy",
  );
  if (reading.state !== "known") return [];
  const statements = child(typeof reading.value === "string" ? parse(reading.value) : reading.value, "Statement");
  return Array.isArray(statements) ? statements : [statements];
}

function parse(json: string): PropertyValue {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function trustsIdentityPools(statement: PropertyValue): boolean {
  if (child(statement, "Effect") !== "Allow") return false;
  const federated = textsOf(child(child(statement, "Principal"), "Federated"));
  return federated.includes("cognito-identity.amazonaws.com");
}

/** Whether a condition holds one of the key's values to the test. Conditions that also pass when the key is missing do not. */
function limits(statement: PropertyValue, key: string, test: (value: string) => boolean): boolean {
  const conditions = child(statement, "Condition");
  if (typeof conditions !== "object" || conditions === null) return false;
  return Object.keys(conditions)
    .filter((operator) => /^(ForAnyValue:)?String(Equals|EqualsIgnoreCase|Like)$/i.test(operator))
    .some((operator) => {
      const tests = child(conditions, operator);
      const name = Object.keys(tests ?? {}).find((each) => each.toLowerCase() === key);
      const values = textsOf(name === undefined ? null : child(tests, name));
      return values.length > 0 && values.every(test);
    });
}

/** `<region>:<uuid>`: a wildcard may stand for no part of it. */
function isPoolId(value: string): boolean {
  return value !== "" && !/[*?]/.test(value);
}

function textsOf(value: PropertyValue): Texts {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function child(value: PropertyValue, key: string): PropertyValue {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
  return (value as { readonly [key: string]: PropertyValue })[key] ?? null;
}
