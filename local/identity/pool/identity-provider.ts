import type { PropertyMap } from "../../engine/model";
import { list, map, text } from "./properties";

/** What the local user pool must know of a declared identity provider. */
export interface IdentityProvider {
  readonly name: string;
  /** As Cognito names it, such as `SAML` or `OIDC`. */
  readonly type: string;
  /** Attributes of the pool, each with the claim or SAML attribute that it comes from. */
  readonly mapping: Readonly<Record<string, string>>;
  /** E-mail domains whose people belong there. */
  readonly identifiers: readonly string[];
}

/** Reads a provider from the properties of its `aws:cognito/identityProvider:IdentityProvider`. */
export function readIdentityProvider(properties: PropertyMap): IdentityProvider {
  const mapping = map(properties, "attributeMapping");
  return {
    name: text(properties, "providerName") ?? "",
    type: text(properties, "providerType") ?? "",
    mapping: Object.fromEntries(Object.keys(mapping).flatMap((name) => [[name, text(mapping, name) ?? ""]])),
    identifiers: list(properties, "idpIdentifiers"),
  };
}
