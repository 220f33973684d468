import type { Catalogue } from "../../infra/catalogue";

/** Attributes as Cognito hands them to triggers: every value a string. Machine clients have none. */
export type UserAttributes = Readonly<Record<string, string | undefined>>;

/** A custom attribute of the catalogue, by the name that Cognito gives it. */
export const custom = (name: keyof Catalogue["attributes"]) => `custom:${name}` as const;

/** Whether an identity provider stands behind the account, be it the provider's alone or one that it was linked to. */
export const isFederated = (attributes: UserAttributes): boolean =>
  Boolean(attributes.identities) || attributes["cognito:user_status"] === "EXTERNAL_PROVIDER";
