import assert from "node:assert/strict";
import type { Catalogue } from "../../../../infra/catalogue";
import type { Authorizer } from "../../../../infra/catalogue/define/authorizer";
import { minutes } from "../../../../infra/catalogue/define/duration";
import { header, query } from "../../../../infra/catalogue/define/identity-source";
import type { Route } from "../../../../infra/catalogue/define/route";
import { showFault } from "../../../../infra/config/faults";
import { authorizerRules, listCatalogueFaults } from "../../../../infra/config/rules/authorizers";
import { settingsOf } from "../../../support/settings";

const cacheTtl = minutes(0);
const lambda = { kind: "lambda", function: "judge", cacheTtl } as const;
const get = (path: `/${string}`, ...scopes: string[]) =>
  ({ apis: ["rest"], method: "GET", path, handler: "h", authorizer: "a", ...(scopes[0] && { scopes }) }) as Route;

const faultsOf = (authorizers: Record<string, Authorizer>, routes: Route[] = []) =>
  [...listCatalogueFaults(authorizers, routes)].map(showFault);

describe("an authorizer of the catalogue", () => {
  for (const { why, authorizers, faults } of [
    { why: "may keep no answers", authorizers: { a: lambda }, faults: [] },
    {
      why: "may take a token from one header",
      authorizers: { a: { ...lambda, rest: "token", identity: [header("X")] } },
      faults: [],
    },
    {
      why: "takes no token from two places",
      authorizers: { a: { ...lambda, rest: "token", identity: [header("X"), header("Y")] } },
      faults: [
        'the catalogue\'s authorizers.a.identity is [{"header":"X"},{"header":"Y"}]; a REST TOKEN authorizer takes exactly one header; name one, or leave out rest: token',
      ],
    },
    {
      why: "takes no token from the query",
      authorizers: { a: { ...lambda, rest: "token", identity: [query("t")] } },
      faults: [
        'the catalogue\'s authorizers.a.identity is [{"query":"t"}]; a REST TOKEN authorizer takes exactly one header; name one, or leave out rest: token',
      ],
    },
    {
      why: "may share a function with another of the same audiences",
      authorizers: { a: { ...lambda, audiences: ["x", "y"] }, b: { ...lambda, audiences: ["y", "x"] } },
      faults: [],
    },
    {
      why: "may have other audiences over another function",
      authorizers: { a: { ...lambda, audiences: ["x"] }, b: { ...lambda, function: "other", audiences: ["y"] } },
      faults: [],
    },
    {
      why: "shares no function with another of other audiences",
      authorizers: { a: { ...lambda, audiences: ["x"] }, b: { ...lambda, audiences: ["y"] } },
      faults: [
        'the catalogue\'s authorizers.b.audiences is ["y"]; a has x over the same function judge; make them alike, or give each a function',
      ],
    },
    {
      why: "shares no function with one that takes fewer",
      authorizers: { a: { ...lambda, audiences: ["x"] }, b: lambda },
      faults: [
        "the catalogue's authorizers.b.audiences is missing; a has x over the same function judge; make them alike, or give each a function",
      ],
    },
  ] as { why: string; authorizers: Record<string, Authorizer>; faults: string[] }[])
    it(why, () => assert.deepEqual(faultsOf(authorizers), faults));
});

describe("routes of the catalogue", () => {
  for (const { why, authorizer, routes, faults } of [
    {
      why: "ask no scopes of callers that sign with IAM",
      authorizer: { kind: "iam" },
      routes: [get("/x", "s/r")],
      faults: [
        'the catalogue\'s scopes of GET /x is ["s/r"]; a is an iam authorizer, whose callers have no scopes; take them out',
      ],
    },
    {
      why: "may lie inside one another when the fixed one asks for more",
      authorizer: lambda,
      routes: [get("/x/{id}", "s/r"), get("/x/all", "s/w")],
      faults: [],
    },
    {
      why: "may lie inside one another when the fixed one asks for less",
      authorizer: lambda,
      routes: [get("/x/{id}", "s/w"), get("/x/all", "s/r")],
      faults: [],
    },
    {
      why: "are told apart by a policy, or refused: a greedy path beside a parameter",
      authorizer: lambda,
      routes: [get("/x/{rest+}", "s/r"), get("/x/{id}", "s/w")],
      faults: [
        'the catalogue\'s scopes of GET /x/{rest+} is ["s/r"]; no policy can open GET /x/{id} without it; give them scopes in common, another path, or another authorizer function',
        'the catalogue\'s scopes of GET /x/{id} is ["s/w"]; no policy can open GET /x/{rest+} without it; give them scopes in common, another path, or another authorizer function',
      ],
    },
    {
      why: "are told apart by a policy, or refused: three that overlap",
      authorizer: lambda,
      routes: [get("/x/{id}", "s/r"), get("/x/{id}/b", "s/r"), get("/x/{id}/{part}", "s/w")],
      faults: [
        'the catalogue\'s scopes of GET /x/{id}/{part} is ["s/w"]; no policy can open GET /x/{id} and GET /x/{id}/b without it; give them scopes in common, another path, or another authorizer function',
      ],
    },
    {
      why: "overlap as they like behind the user pool, which looks at each route alone",
      authorizer: { kind: "cognito", cacheTtl },
      routes: [get("/x/{rest+}", "s/r"), get("/x/{id}", "s/w")],
      faults: [],
    },
  ] as { why: string; authorizer: Authorizer; routes: Route[]; faults: string[] }[])
    it(why, () => assert.deepEqual(faultsOf({ a: authorizer }, routes), faults));
});

describe("an environment's authorizer settings", () => {
  it("are none for an iam authorizer, which has no answers to reuse", () => {
    const settings = { ...settingsOf("dev"), authorizers: { operator: { cacheTtlSeconds: 60 } } };
    const catalogue = { authorizers: { operator: { kind: "iam" } }, routes: [] } as unknown as Catalogue;
    const situation = { settings: settings as never, catalogue, secrets: [], fileExists: () => true };
    assert.deepEqual([...authorizerRules(situation)].map(showFault), [
      'authorizers.operator is {"cacheTtlSeconds":60}; it is an iam authorizer, which has no answers to reuse; take it out',
    ]);
  });
});
