import type { PropertyMap, StackState } from "../../engine/model";
import { plain } from "../../engine/values";
import { list, map, text } from "../../identity/pool/properties";
import type { Provider } from "./provider";

/**
 * The SAML and OIDC providers of the first user pool of a stack. Those of other types (Google, Facebook, Amazon, Apple)
 * are left out: nothing plays them.
 * @throws Error when an OIDC provider has no client id, or no scope `openid`.
 */
export function readProviders(state: StackState): { readonly poolId: string; readonly providers: readonly Provider[] } {
  const poolId = state.resources.find(({ type }) => type === "aws:cognito/userPool:UserPool")?.id ?? "";
  const providers = state.resources
    .filter(({ type }) => type === "aws:cognito/identityProvider:IdentityProvider")
    .map(({ inputs, outputs }) => plain({ ...inputs, ...outputs }))
    .filter((properties) => text(properties, "userPoolId") === poolId)
    .flatMap(readProvider);
  return { poolId, providers };
}

function readProvider(properties: PropertyMap): readonly Provider[] {
  const name = text(properties, "providerName") ?? "";
  const details = texts(map(properties, "providerDetails"));
  const common = {
    name,
    identifiers: list(properties, "idpIdentifiers"),
    mapping: texts(map(properties, "attributeMapping")),
  };
  switch (text(properties, "providerType")) {
    case "SAML":
      return [
        {
          kind: "saml",
          ...common,
          signedRequests: Boolean(details.RequestSigningAlgorithm),
          encryptedResponses: isOn(details.EncryptedResponses),
          providerInitiated: isOn(details.IDPInit),
        },
      ];
    case "OIDC": {
      const { client_id: clientId, client_secret: clientSecret } = details;
      if (!clientId)
        throw new Error(`${where(name)} has no client_id in its providerDetails; Cognito refuses that too.`);
      const scopes = (details.authorize_scopes ?? "").split(/\s+/).filter((scope) => scope !== "");
      if (!scopes.includes("openid")) {
        const found = scopes.length > 0 ? scopes.join(" ") : "none";
        throw new Error(`${where(name)} has the authorize_scopes ${found}; expected openid among them.`);
      }
      return [
        {
          kind: "oidc",
          ...common,
          clientId,
          ...(clientSecret ? { clientSecret } : undefined),
          scopes,
          userInfoMethod: details.attributes_request_method === "POST" ? "POST" : "GET",
        },
      ];
    }
    default:
      return [];
  }
}

const where = (name: string) => `Identity provider ${name}`;

/** `providerDetails` and `attributeMapping` are maps of texts. */
const texts = (properties: PropertyMap): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );

const isOn = (value: string | undefined) => value?.toLowerCase() === "true";
