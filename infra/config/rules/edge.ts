import type { Route } from "../../catalogue/define/route";
import type { Fault } from "../faults";
import type { Rule, Situation } from "./rule";

const at = (path: string, found: unknown, sentence: string): Fault => ({ path: `edge.${path}`, found, sentence });

/** One domain, one purpose: a second user of it would take the first one's record. */
function* domainRules({ settings: { domain, edge } }: Situation): Generator<Fault> {
  const login = domain.kind === "custom" ? domain.name : undefined;
  if (edge.rest && edge.rest.name === login)
    yield at("rest.name", edge.rest.name, "the managed login is there; expected a domain of its own");
  if (edge.http && edge.http.name === login)
    yield at("http.name", edge.http.name, "the managed login is there; expected a domain of its own");
  if (edge.rest && edge.http?.name === edge.rest.name)
    yield at("http.name", edge.http.name, "the REST API is there; expected a domain of its own");
}

/**
 * A resource policy sees a caller's account only where calls are signed with IAM, and VPC endpoints only on a private API, which
 * the internet does not reach.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html
 */
function* callerRules({ settings: { edge }, catalogue }: Situation): Generator<Fault> {
  if (!edge.callers) return;
  const { accounts, vpcEndpoints, addresses } = edge.callers;
  if (accounts.length + vpcEndpoints.length + addresses.length === 0)
    yield at("callers", edge.callers, "nobody could call the REST API; expected one entry or more, or take it out");
  if (vpcEndpoints.length > 0) {
    if (edge.rest)
      yield at("callers.vpcEndpoints", vpcEndpoints, "they make the REST API private, which can have no edge.rest");
    if (addresses.length > 0)
      yield at(
        "callers.addresses",
        addresses,
        "edge.callers.vpcEndpoints makes the REST API private, which none of these reach; expected []",
      );
  }
  if (accounts.length > 0 && vpcEndpoints.length + addresses.length === 0) {
    const routes: readonly Route[] = catalogue.routes;
    const signed = Object.entries(catalogue.authorizers).flatMap(([name, { kind }]: [string, { kind: string }]) =>
      kind === "iam" ? [name] : [],
    );
    const unsigned = routes.filter(
      ({ apis, authorizer }) => apis.includes("rest") && !(authorizer !== undefined && signed.includes(authorizer)),
    );
    if (unsigned.length > 0)
      yield at(
        "callers.accounts",
        accounts,
        `only calls signed with IAM show their account, so that nobody could call ${unsigned[0]!.method} ${unsigned[0]!.path}${
          unsigned.length > 1 ? ` and ${unsigned.length - 1} more` : ""
        }; expected addresses or VPC endpoints beside it`,
      );
  }
}

/** A metered route refuses whoever has no API key. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html */
function* partnerRules({ settings: { edge }, catalogue }: Situation): Generator<Fault> {
  const routes: readonly Route[] = catalogue.routes;
  const metered = routes.find((route) => route.metered);
  if (metered && Object.keys(edge.partners).length === 0)
    yield at(
      "partners",
      edge.partners,
      `the catalogue meters ${metered.method} ${metered.path}, which nobody could call; expected one partner or more`,
    );
}

export const edgeRules: readonly Rule[] = [domainRules, callerRules, partnerRules];
