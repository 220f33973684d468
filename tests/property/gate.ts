import { type AuthorizerEvent, decide, type Trust } from "../../functions/authorizer/decide";
import { contextOf } from "../../functions/shared/caller";
import { planHttpApi } from "../../infra/apis/plan-http-api";
import { planRestApi } from "../../infra/apis/plan-rest-api";
import { type AuthorizerPlans, judgingPlan, planAuthorizers } from "../../infra/authorizers/plan-authorizers";
import type { ApiKind, Route } from "../../infra/catalogue/define/route";
import { planTrust } from "../../infra/compute/plan-trust";
import { HttpAuthorizers } from "../../local/gateway/http-authorize";
import { matchHttpRoute, matchRestRoute } from "../../local/gateway/match-route";
import { readHttpApis } from "../../local/gateway/read-http-api";
import { readRestApis } from "../../local/gateway/read-rest-api";
import { RestAuthorizers } from "../../local/gateway/rest-authorize";
import { functionName } from "../../local/lambda/function";
import { httpApi } from "../support/gateway/http-api";
import type { Issuer } from "../support/gateway/issuer";
import { requestOf } from "../support/gateway/request";
import { restApi } from "../support/gateway/rest-api";
import { functionArn, Stack } from "../support/gateway/stack";
import { settingsOf } from "../support/settings";
import { clients, type RandomCatalogue } from "./catalogues";

/** Somebody with a token, or without one. */
export interface Caller {
  readonly kind: "nobody" | "stranger" | "id" | "access";
  readonly client: string;
  readonly scopes: readonly string[];
  readonly token?: string;
  /** Claims of the token. Absent: it is no token of the pool. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Where the token is: in the Authorization header, and in the other places where authorizers look for one. */
  readonly at: readonly ("authorization" | "elsewhere")[];
}

/** Both APIs of a catalogue, as the local gateway reads them from the plans, their authorizers with their caches. */
export interface Gate {
  /** Whether a caller may pass to a route that stands on that API. */
  opens(api: ApiKind, route: Route, caller: Caller): Promise<boolean>;
}

const settings = settingsOf("dev");
const everywhere = ["authorization", "elsewhere"] as const;
const clientId = (client: string) => `${client}-id`;

/** @param known - Callers, by their tokens: what stands for the check of a signature inside the authorizer function. */
export function makeGate(catalogue: RandomCatalogue, issuer: Issuer, known: ReadonlyMap<string, Caller>): Gate {
  const plans = planAuthorizers(catalogue.authorizers, {});
  const stack = declareStack(catalogue, plans, issuer);
  const { resources } = stack.state();
  const [rest] = readRestApis(resources);
  const [http] = readHttpApis(resources);
  const restAuthorizers = new RestAuthorizers(rest!, () => 0);
  const httpAuthorizers = new HttpAuthorizers(http!, () => 0);
  const context = {
    keys: () => issuer.jwks,
    now: Date.now(),
    invoke: async ({ arn }: { readonly arn: string }, event: unknown) => {
      try {
        const payload = await decide(JSON.parse(JSON.stringify(event)) as AuthorizerEvent, trustOf(functionName(arn)));
        return { kind: "returned" as const, payload: JSON.parse(JSON.stringify(payload)) as unknown };
      } catch (error) {
        return { kind: "failed" as const, errorMessage: (error as Error).message };
      }
    },
  };

  function trustOf(name: string): Trust {
    const { authorizers: own, audiences } = planTrust(name, catalogue.authorizers, clients);
    return {
      ...catalogue,
      own,
      identify: async (token) => {
        const caller = known.get(token);
        return caller?.claims && caller.kind === "access" && audiences.includes(caller.client)
          ? contextOf(caller.claims)
          : undefined;
      },
    };
  }

  return {
    async opens(api, { method, path }, caller) {
      const called = path.replace(/\{[^}]+\+\}/g, "7/8").replace(/\{[^}]+\}/g, "7");
      const base = { method, path: called, ...carried(caller), stage: { name: "v1", variables: {} } };
      if (api === "rest") {
        const route = expected(matchRestRoute(rest!.routes, method, called)?.route, path);
        return (await restAuthorizers.authorize(route, requestOf(base), context as never)).kind === "allowed";
      }
      const route = expected(matchHttpRoute(http!.routes, method, called)?.route, path);
      const request = requestOf({ ...base, context: { routeKey: route.key } });
      return (await httpAuthorizers.authorize(route, request, context as never)).kind === "allowed";
    },
  };
}

function expected<T extends { readonly path?: string }>(route: T | undefined, path: string): T {
  if (route?.path !== path) throw new Error(`${path} is served as ${route?.path ?? "nothing"}.`);
  return route;
}

function carried({ token, at }: Caller) {
  if (token === undefined) return {};
  const elsewhere = at.includes("elsewhere");
  return {
    headers: [
      ...(at.includes("authorization") ? [["Authorization", `Bearer ${token}`] as const] : []),
      ...(elsewhere ? [["X-Token", token] as const] : []),
    ],
    query: elsewhere ? `token=${token}&partner=acme` : "",
  };
}

/** The plans as resources, with the ids and ARNs that a simulated update would give them. */
function declareStack({ routes }: RandomCatalogue, plans: AuthorizerPlans, issuer: Issuer): Stack {
  const stack = new Stack();
  const judges = Object.fromEntries(["judge", "other", "orders"].map((name) => [name, stack.lambda(name, "")]));
  const rest = planRestApi(routes, plans, settings);
  for (const name of rest.authorizers) {
    const plan = judgingPlan(plans, name);
    const target = plan.function ? { authorizerUri: judges[plan.function]! } : { providerArns: [issuer.arn] };
    stack.add("aws:apigateway/authorizer:Authorizer", `rest-${name}`, `rest-${name}`, {
      ...{ restApi: "rest", name, ...plan.rest },
      ...target,
    });
  }
  restApi(
    stack,
    "rest",
    rest.methods.map(({ method, path, authorization }) => ({
      route: `${method} ${path}`,
      authorization: authorization.type,
      ...(authorization.authorizer && { authorizerId: `rest-${authorization.authorizer}` }),
      ...(authorization.scopes && { scopes: authorization.scopes }),
      integration: judges.orders!,
    })),
  );
  const http = planHttpApi(routes, plans, settings);
  for (const name of http.authorizers) {
    const plan = judgingPlan(plans, name);
    const audience = (plan.audiences ?? clients).map(clientId);
    const target = plan.function
      ? { authorizerUri: judges[plan.function]! }
      : { jwtConfiguration: { issuer: issuer.issuer, audiences: audience } };
    stack.add("aws:apigatewayv2/authorizer:Authorizer", `http-${name}`, `http-${name}`, {
      ...{ apiId: "http", name, ...plan.http, identitySources: [...plan.http.identitySources] },
      ...target,
    });
  }
  httpApi(
    stack,
    "http",
    http.routes.map(({ routeKey, authorization }) => ({
      key: routeKey,
      authorizationType: authorization.type,
      ...(authorization.authorizer && { authorizerId: `http-${authorization.authorizer}` }),
      ...(authorization.scopes && { scopes: authorization.scopes }),
      uri: functionArn("orders"),
    })),
    { stage: "v1" },
  );
  return stack;
}

/** Callers of every kind: with ID and access tokens of every client and any scopes, with another pool's, and with none. */
export async function makeCallers(
  issuer: Issuer,
  stranger: Issuer,
  scopeSets: readonly (readonly string[])[],
): Promise<Caller[]> {
  const make = async (
    kind: Caller["kind"],
    client: string,
    scopes: readonly string[],
    by = issuer,
  ): Promise<Caller> => {
    const claims =
      kind === "id"
        ? { sub: `${client}-user`, aud: clientId(client), token_use: "id" }
        : {
            sub: `${client}-user`,
            client_id: clientId(client),
            token_use: "access",
            scope: ["openid", ...scopes].join(" "),
          };
    const token = await by.sign(claims);
    return { kind, client, scopes, token, at: everywhere, ...(by === issuer && { claims }) };
  };
  const tokens = await Promise.all([
    ...clients.map((client) => make("id", client, [])),
    ...clients.flatMap((client) => scopeSets.map((scopes) => make("access", client, scopes))),
    make("stranger", "storefront", scopeSets.flat(), stranger),
  ]);
  const nobody: Caller = { kind: "nobody", client: "", scopes: [], at: everywhere };
  const [first, second] = tokens.filter(({ kind }) => kind === "access").slice(-2);
  const halves = everywhere.flatMap((place) => [first!, second!].map((caller) => ({ ...caller, at: [place] })));
  return [nobody, ...tokens, ...halves];
}
