import type { Control } from "../control";
import { listIn } from "../model/list";
import { type Model, modelOf, type Route } from "../model/model";
import { poolsOf } from "../model/pools";
import { textOf } from "../model/property";
import { type PropertyValue, read, unknownValue } from "../reading";
import type { StackResource } from "../resource";
import { families } from "../resource-types";

/** Scopes that every user pool knows. */
const builtIn = new Set(["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"]);

export const authorizerScopeDeclared: Control = {
  id: "authorizer-scope-declared",
  title: "Some resource server of the user pool declares each scope that a method or route asks for.",
  severity: "medium",
  level: "mandatory",
  types: [...families.restMethod, ...families.httpRoute, ...families.restApi, ...families.httpApi],
  why: "No token can carry a scope that the user pool does not know: the route is closed to all, or open by its other scopes only.",
  fix: "Declare the scope on a ResourceServer of the pool, and take it from its scopeIdentifiers.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
  checkStack: (stack) => {
    const model = modelOf(stack);
    const declared = declarations(model);
    return model.routes.flatMap((route) => {
      const scopes = undeclared(route, declared, model);
      if (scopes === 0) return [];
      const message = `${route.subject} asks for ${scopes === 1 ? "a scope" : `${scopes} scopes`} that no resource server of its user pool declares.`;
      return [{ message, urn: route.resource.urn }];
    });
  },
};

/** The scopes that each pool's resource servers declare; undefined where one is not known before the deployment. */
type Declared = ReadonlyMap<StackResource, ReadonlySet<string> | undefined>;

function undeclared(route: Route, declared: Declared, model: Model): number {
  const asked = listIn(route.scopes).texts.filter((scope) => !builtIn.has(scope));
  if (asked.length === 0) return 0;
  const pools = route.authorizers.flatMap((authorizer) => poolsOf(authorizer, model));
  if (pools.length === 0) return 0;
  const known = pools.map((pool) => (declared.has(pool) ? declared.get(pool) : new Set<string>()));
  if (known.some((scopes) => scopes === undefined)) return 0;
  return asked.filter((scope) => !known.some((scopes) => scopes?.has(scope))).length;
}

function declarations({ relations }: Model): Declared {
  const declared = new Map<StackResource, Set<string> | undefined>();
  for (const server of relations.all("resourceServer")) {
    const reference = relations.refersTo(server, "userPoolId", "userPool");
    for (const pool of reference.resource ? [reference.resource] : (reference.among ?? [])) {
      const scopes = scopesOf(server);
      const others = declared.has(pool) ? declared.get(pool) : new Set<string>();
      declared.set(pool, scopes && others && new Set([...others, ...scopes]));
    }
  }
  return declared;
}

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateResourceServer.html */
function scopesOf(server: StackResource): readonly string[] | undefined {
  const identifier = textOf(server, "identifier");
  const scopes = read(server.properties, "scopes");
  if (scopes.state === "unknown" || identifier === undefined) return undefined;
  const list: readonly PropertyValue[] = scopes.state === "known" && Array.isArray(scopes.value) ? scopes.value : [];
  const names = list.map((scope) => read({ scope }, "scope", "scopeName"));
  if (list.includes(unknownValue) || names.some(({ state }) => state === "unknown")) return undefined;
  return names.flatMap((name) =>
    name.state === "known" && typeof name.value === "string" ? [`${identifier}/${name.value}`] : [],
  );
}
