import { randomUUID } from "node:crypto";
import type { FederatedSignIn, Federation } from "./contract";
import { FederationError } from "./fault";
import type { OidcRequest, RelyingParty } from "./oidc/relying-party";
import { answerPaths } from "./parts";
import type { OidcProvider, SamlProvider } from "./provider/provider";
import { Requests } from "./requests";
import { readIssuer } from "./saml/read-issuer";
import type { SamlRequest, ServiceProvider } from "./saml/service-provider";

/** The pool towards one provider. `issuer` is the stand-in's address and entity id. */
export type Side =
  | {
      readonly kind: "saml";
      readonly provider: SamlProvider;
      readonly issuer: string;
      readonly party: ServiceProvider;
    }
  | { readonly kind: "oidc"; readonly provider: OidcProvider; readonly issuer: string; readonly party: RelyingParty };

type SamlSide = Extract<Side, { kind: "saml" }>;
type OidcSide = Extract<Side, { kind: "oidc" }>;

type Pending = { readonly relay: string } & (
  | { readonly kind: "saml"; readonly side: SamlSide; readonly request: SamlRequest }
  | { readonly kind: "oidc"; readonly side: OidcSide; readonly request: OidcRequest }
);

type Answer = Parameters<Federation["finish"]>[0];

/**
 * The user pool's side of every provider: it sends people there, and takes each answer once. What goes along
 * (`RelayState`, `state`) is a random key; `relay` stays here.
 */
export class PoolSide implements Federation {
  readonly #requests = new Requests<Pending>();

  constructor(
    private readonly sides: readonly Side[],
    readonly close: () => Promise<void>,
  ) {}

  get providers() {
    return this.sides.map(({ kind, provider: { name, identifiers } }) => ({ name, kind, identifiers }));
  }

  async begin(provider: string, relay: string): Promise<string> {
    const side = this.sides.find((candidate) => candidate.provider.name === provider);
    if (!side) {
      const known = this.sides.map(({ provider: { name } }) => name).join(", ") || "none";
      throw new Error(`There is no identity provider ${provider} here; found: ${known}.`);
    }
    // XML's identifiers begin with no digit, and this is the SAML request's too.
    const key = `_${randomUUID()}`;
    if (side.kind === "saml") {
      const request = { id: key, issuedAt: new Date() };
      const url = await side.party.begin(request);
      this.#requests.open(key, { kind: "saml", side, relay, request });
      return url;
    }
    const { url, request } = await side.party.begin(key);
    this.#requests.open(key, { kind: "oidc", side, relay, request });
    return url;
  }

  async finish({ path, parameters }: Answer): Promise<FederatedSignIn> {
    if (path === answerPaths.saml) return this.#finishSaml(parameters);
    if (path === answerPaths.oidc) return this.#finishOidc(parameters);
    const expected = Object.values(answerPaths).join(" or ");
    throw new FederationError("malformed", `An answer came to ${path}; expected ${expected}.`);
  }

  async #finishSaml({ SAMLResponse, RelayState }: Answer["parameters"]): Promise<FederatedSignIn> {
    if (!SAMLResponse) throw new FederationError("malformed", "The answer has no SAMLResponse.");
    const pending = RelayState === undefined ? undefined : this.#requests.take(RelayState);
    if (pending?.kind === "saml") {
      const person = await pending.side.party.finish(SAMLResponse, pending.request);
      return { provider: pending.side.provider.name, relay: pending.relay, ...person };
    }
    const side = this.#unasked(readIssuer(SAMLResponse));
    const person = await side.party.finish(SAMLResponse, undefined);
    return { provider: side.provider.name, relay: RelayState ?? "", unasked: true, ...person };
  }

  #unasked(issuer: string | undefined): SamlSide {
    const side = this.sides.find((one): one is SamlSide => one.kind === "saml" && one.issuer === issuer);
    if (side?.provider.providerInitiated) return side;
    const hint = side ? ` To take such answers of ${side.provider.name}, set its IDPInit to true.` : "";
    throw new FederationError("unasked", `Nobody asked for this answer here.${hint}`);
  }

  async #finishOidc(query: Answer["parameters"]): Promise<FederatedSignIn> {
    const pending = query.state === undefined ? undefined : this.#requests.take(query.state);
    if (pending?.kind !== "oidc") throw new FederationError("unasked", "Nobody asked for this answer here.");
    const person = await pending.side.party.finish(query, pending.request);
    return { provider: pending.side.provider.name, relay: pending.relay, ...person };
  }
}
