import type { Catalogue } from "../../catalogue";
import type { Attribute } from "../../catalogue/define/attribute";
import type { Fault } from "../faults";

/**
 * What a provider may fill in, beside custom attributes. `sub` and `identities` are Cognito's own.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
const standard = [
  "address",
  "birthdate",
  "email",
  "email_verified",
  "family_name",
  "gender",
  "given_name",
  "locale",
  "middle_name",
  "name",
  "nickname",
  "phone_number",
  "phone_number_verified",
  "picture",
  "preferred_username",
  "profile",
  "website",
  "zoneinfo",
];

/**
 * A mapping whose target is missing or cannot change makes every sign-in through the provider fail.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
 */
export function* mappingRules(
  catalogue: Pick<Catalogue, "attributes">,
  path: string,
  mapping: Readonly<Record<string, string>>,
): Generator<Fault> {
  const custom: Readonly<Record<string, Attribute>> = catalogue.attributes;
  const targets = Object.keys(mapping);
  for (const target of targets) {
    const at = { path: `${path}.${target}`, found: mapping[target] };
    const attribute = target.startsWith("custom:") ? custom[target.slice("custom:".length)] : undefined;
    if (target === "username")
      yield { ...at, sentence: "the provider's own name for a person stands there; it cannot be mapped" };
    else if (!standard.includes(target) && !attribute)
      yield {
        ...at,
        sentence: `the user pool has no such attribute; expected a standard one, or ${Object.keys(custom)
          .map((key) => `custom:${key}`)
          .join(", ")}`,
      };
    else if (attribute && !attribute.mutable)
      yield { ...at, sentence: "the attribute cannot change, so no second sign-in would work" };
  }
  for (const address of ["email", "phone_number"])
    if (targets.includes(address) && !targets.includes(`${address}_verified`))
      yield {
        path: `${path}.${address}_verified`,
        sentence: `without it what is mapped to ${address} counts as unverified; expected the claim that says so`,
      };
}
