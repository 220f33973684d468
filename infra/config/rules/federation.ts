import type { AppClient } from "../../catalogue/define/client";
import type { Fault } from "../faults";
import type { Settings } from "../schema";
import { howToSet, secretsKey } from "../secrets";
import { mappingRules } from "./attribute-mapping";
import type { Situation } from "./rule";

type Provider = Settings["identityProviders"][string];

/** Names that Cognito keeps for its own directory and for the social providers. */
const reserved = ["cognito", "google", "facebook", "loginwithamazon", "signinwithapple"];
/** All variables of a Lambda function together; pre sign-up is told the domains of every provider. */
const environmentLimit = 3500;

/** Identity providers: what each needs, and what they may not share. */
export function* federationRules(situation: Situation): Generator<Fault> {
  const { settings, secrets } = situation;
  const providers = Object.entries(settings.identityProviders);
  for (const [name, provider] of providers) {
    const path = `identityProviders.${name}`;
    if (reserved.includes(name.toLowerCase()))
      yield { path, found: name, sentence: "Cognito keeps this name for itself; expected another" };
    const twin = providers.find(([other]) => other !== name && other.toLowerCase() === name.toLowerCase());
    if (twin && twin[0] < name)
      yield { path, found: name, sentence: `${twin[0]} differs by case alone; expected another name` };
    yield* clientRules(situation, path, provider);
    yield* mappingRules(situation.catalogue, `${path}.attributes`, provider.attributes);
    yield* provider.kind === "saml" ? samlRules(situation, path, provider) : oidcRules(situation, name, provider);
  }
  yield* domainRules(providers);
  for (const name of secrets.filter((secret) => settings.identityProviders[secret]?.kind !== "oidc"))
    yield {
      path: `${secretsKey}.${name}`,
      found: "[secret]",
      sentence: "identityProviders has no OIDC provider of this name; take it out",
    };
}

function* clientRules({ catalogue }: Situation, path: string, { clients }: Provider): Generator<Fault> {
  const known: Readonly<Record<string, AppClient<string>>> = catalogue.clients;
  const interactive = Object.keys(known).filter((client) => known[client]!.kind !== "machine");
  for (const client of clients)
    if (!interactive.includes(client))
      yield {
        path: `${path}.clients`,
        found: client,
        sentence: `${known[client] ? "nobody signs in to a machine" : "the catalogue has no such app client"}; expected some of ${interactive.join(", ")}`,
      };
}

function* domainRules(providers: [string, Provider][]): Generator<Fault> {
  const owners = new Map<string, string>();
  for (const [name, { domains }] of providers)
    for (const domain of domains) {
      const owner = owners.get(domain);
      if (owner !== undefined)
        yield {
          path: `identityProviders.${name}.domains`,
          found: domain,
          sentence: `its people are sent to ${owner} already; expected one provider a domain`,
        };
      else owners.set(domain, name);
    }
  const size = JSON.stringify(Object.fromEntries(providers.map(([name, { domains }]) => [name, domains]))).length;
  if (size > environmentLimit)
    yield {
      path: "identityProviders",
      found: `${size} characters of names and domains`,
      sentence: `pre sign-up can be told ${environmentLimit} at most: a Lambda function's variables share 4 KB`,
    };
}

function* samlRules(
  { settings, fileExists }: Situation,
  path: string,
  provider: Extract<Provider, { kind: "saml" }>,
): Generator<Fault> {
  const { metadataUrl, metadataFile, providerInitiated, clients } = provider;
  if ((metadataUrl === undefined) === (metadataFile === undefined))
    yield { path, found: { metadataUrl, metadataFile }, sentence: "expected one of metadataUrl and metadataFile" };
  if (metadataFile !== undefined && !fileExists(metadataFile))
    yield { path: `${path}.metadataFile`, found: metadataFile, sentence: "there is no such file in the project" };
  if (providerInitiated)
    for (const [name, other] of Object.entries(settings.identityProviders))
      if (other.kind === "oidc" && other.clients.some((client) => clients.includes(client)))
        yield {
          path: `${path}.providerInitiated`,
          found: true,
          sentence: `an app client of it also offers ${name}, which is OIDC; Cognito wants such clients to offer SAML alone`,
        };
}

function* oidcRules(
  { secrets }: Situation,
  name: string,
  provider: Extract<Provider, { kind: "oidc" }>,
): Generator<Fault> {
  if (!provider.scopes.includes("openid"))
    yield { path: `identityProviders.${name}.scopes`, found: provider.scopes, sentence: "openid must be among them" };
  if (!secrets.includes(name)) yield { path: `${secretsKey}.${name}`, sentence: howToSet(name) };
}
