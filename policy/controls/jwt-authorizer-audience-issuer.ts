import type { Control } from "../control";
import { type AuthorizerFacts, authorizersIn } from "../model/authorizer";
import { listIn } from "../model/list";
import { type Authorizer, type Model, modelOf } from "../model/model";
import { poolsOf } from "../model/pools";
import { families } from "../resource-types";

export const jwtAuthorizerAudienceIssuer: Control = {
  id: "jwt-authorizer-audience-issuer",
  title: "A JWT authorizer has an https issuer and audiences, which are clients of the issuer's user pool.",
  severity: "critical",
  level: "mandatory",
  types: [...families.httpAuthorizer, ...families.httpApi],
  why: "The audience says for whom a token was made: without it a token for any other application of the issuer opens this API.",
  fix: "Set jwtConfiguration.issuer to https://cognito-idp.<region>.amazonaws.com/<pool id> and audiences to the ids of that pool's clients.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html",
  checkResource: (resource) =>
    jwtAuthorizersOf(authorizersIn(resource)).flatMap((authorizer) =>
      faults(authorizer).map((fault) => `${authorizer.subject} ${fault}.`),
    ),
  checkStack: (stack) => {
    const model = modelOf(stack);
    return jwtAuthorizersOf(model.authorizers)
      .filter((authorizer) => hasForeignClient(authorizer, model))
      .map(({ subject, resource }) => ({
        message: `${subject} takes a client of one user pool for its audience and another user pool for its issuer.`,
        urn: resource.urn,
      }));
  },
};

function jwtAuthorizersOf<A extends AuthorizerFacts>(authorizers: readonly A[]): readonly A[] {
  return authorizers.filter(({ type }) => type.state === "known" && type.value === "JWT");
}

/** Values that are not known yet are there: the ids of clients and pools that the deployment makes. */
function faults({ audiences, issuer }: AuthorizerFacts): readonly string[] {
  return [
    ...(listIn(audiences).state === "none"
      ? ["lets in tokens made for any application: jwtConfiguration has no audiences"]
      : []),
    ...(issuer.state === "absent" ? ["does not say whose tokens it takes: jwtConfiguration has no issuer"] : []),
    ...(issuer.state === "known" && !(typeof issuer.value === "string" && /^https:\/\/[^/\s]+/.test(issuer.value))
      ? ["trusts keys that anyone between could replace: its issuer is no https URL"]
      : []),
  ];
}

function hasForeignClient(authorizer: Authorizer, model: Model): boolean {
  const { relations } = model;
  const pools = poolsOf(authorizer, model);
  if (pools.length === 0) return false;
  const { state, texts, partly } = listIn(authorizer.audiences);
  const hidden = state === "unknown" || partly;
  const made = relations
    .related(authorizer.resource, "jwtConfiguration", "userPoolClient")
    .filter((client) => hidden || !relations.hasId(client));
  const clients = [...texts.flatMap((id) => relations.named("userPoolClient", id) ?? []), ...made];
  return clients.some((client) => {
    const { resource, outside } = relations.refersTo(client, "userPoolId", "userPool");
    return resource === undefined ? outside !== undefined : !pools.includes(resource);
  });
}
