import * as fc from "fast-check";
import type { Authorizer, JudgingAuthorizer } from "../../infra/catalogue/define/authorizer";
import { seconds } from "../../infra/catalogue/define/duration";
import { header, type IdentitySource, query } from "../../infra/catalogue/define/identity-source";
import type { Method, Route } from "../../infra/catalogue/define/route";
import { listCatalogueFaults } from "../../infra/config/rules/authorizers";

export const clients = ["storefront", "backoffice", "fulfilment"] as const;
export const scopes = ["s/read", "s/write", "t/read"] as const;

/** What authorizers and routes come to. */
export interface RandomCatalogue {
  readonly authorizers: Readonly<Record<string, Authorizer>>;
  readonly routes: readonly Route[];
}

/** Paths that lie inside one another, as far as API Gateway lets them, and mostly three that a policy can hardly tell apart. */
const nested = ["/a/{id}", "/a/{id}/b", "/a/{id}/{part}"] as const;
const paths = [...nested, ...nested, ...nested, "/", "/a", "/a/all", "/c/{rest+}", "/c/d", "/e/{id}"] as const;
/** Mostly one method, so that paths meet. */
const methods: readonly Method[] = ["GET", "GET", "GET", "GET", "POST", "DELETE"];

const some = <T>(values: readonly T[]) =>
  fc.subarray([...values], { minLength: 1 }).map((chosen) => chosen as [T, ...T[]]);

const identity: fc.Arbitrary<readonly [IdentitySource, ...IdentitySource[]]> = fc.constantFrom(
  [header("Authorization")] as const,
  [header("X-Token")] as const,
  [query("token")] as const,
  [header("X-Token"), query("partner")] as const,
);

const judging: fc.Arbitrary<JudgingAuthorizer> = fc.oneof(
  fc.record({ kind: fc.constant("cognito" as const), ...judged() }, { requiredKeys: ["kind", "cacheTtl"] }),
  fc.record(
    {
      kind: fc.constant("lambda" as const),
      function: fc.constantFrom("judge", "other"),
      identity,
      rest: fc.constantFrom("request" as const, "token" as const),
      ...judged(),
    },
    { requiredKeys: ["kind", "function", "cacheTtl"] },
  ),
);

function judged() {
  return { cacheTtl: fc.constantFrom(0, 60).map(seconds), audiences: some(clients) };
}

const authorizer: fc.Arbitrary<Authorizer> = fc.oneof(
  { weight: 5, arbitrary: judging },
  { weight: 1, arbitrary: fc.constant({ kind: "iam" } as const) },
);

const place = fc.record({
  apis: some(["rest", "http"] as const),
  method: fc.constantFrom(...methods),
  path: fc.constantFrom(...paths),
  handler: fc.constantFrom("orders", "profile"),
});

/** Catalogues that the program takes: the others are one clear error each, which tests of the rules show. */
export const catalogues: fc.Arbitrary<RandomCatalogue> = fc
  .uniqueArray(authorizer, { minLength: 1, maxLength: 3, comparator: Object.is })
  .chain((list) => {
    const authorizers = Object.fromEntries(list.map((one, index) => [`authorizer${index}`, one]));
    const access = fc.oneof(
      { weight: 1, arbitrary: fc.constant({ public: "a test" }) },
      ...list.map((one, index) => ({
        weight: 2,
        arbitrary: fc.record(
          { authorizer: fc.constant(`authorizer${index}`), ...(one.kind !== "iam" && { scopes: some(scopes) }) },
          { requiredKeys: ["authorizer"] },
        ),
      })),
    );
    const route = fc.tuple(place, access).map(([where, who]) => ({ ...where, ...who }) as Route);
    const routes = fc.uniqueArray(route, {
      minLength: 1,
      maxLength: 10,
      selector: ({ method, path }) => `${method} ${path}`,
    });
    return routes.map((all) => ({ authorizers, routes: all }));
  })
  .filter(({ authorizers, routes }) => listCatalogueFaults(authorizers, routes).next().done === true);

/** Paths of fixed parts and parameters, whose names no fixed part bears. */
const part = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9]{0,3}$/),
  fc.constantFrom("{order}", "{customer}").map((name) => name),
);
export const distinctRoutes: fc.Arbitrary<readonly Route[]> = fc.uniqueArray(
  fc
    .tuple(place, fc.array(part, { maxLength: 3 }))
    .map(([where, parts]) => ({ ...where, path: `/${parts.join("/")}`, authorizer: "user" }) as Route)
    .filter(({ path }) => !/order(?!\})|customer(?!\})/.test(path)),
  { minLength: 1, maxLength: 12, selector: ({ method, path }) => `${method} ${path.replace(/\{[^}]+\}/g, "{}")}` },
);
