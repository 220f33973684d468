import assert from "node:assert/strict";
import { catalogue } from "../../../../infra/catalogue";
import { minutes } from "../../../../infra/catalogue/define/duration";
import { header } from "../../../../infra/catalogue/define/identity-source";
import { showFault } from "../../../../infra/config/faults";
import { routeRules } from "../../../../infra/config/rules/routes";
import { settingsOf } from "../../../support/settings";

const settings = settingsOf("dev");
const link = { kind: "lambda", function: "authorizer", cacheTtl: minutes(1), identity: [header("X-Ticket")] };

/** What is wrong with a catalogue that has these routes alone. */
function faultsOf(routes: readonly object[]): string[] {
  const changed = {
    ...catalogue,
    authorizers: { ...catalogue.authorizers, role: { kind: "iam" }, link },
    upstreams: { trusted: { description: "a test", seesTokens: "a test" }, strange: { description: "a test" } },
    routes,
  } as unknown as typeof catalogue;
  return [...routeRules({ settings, catalogue: changed, secrets: [], fileExists: () => true })].map(showFault);
}

const both = ["rest", "http"];
const get = { apis: both, method: "GET", path: "/a", handler: "orders", authorizer: "user" };
const post = { ...get, method: "POST" };
const toQueue = { apis: both, method: "POST", path: "/a", queue: "shipments", authorizer: "user" };
const toUpstream = { apis: both, method: "GET", path: "/a", upstream: "strange", authorizer: "user" };
const passesOn =
  "an HTTP API passes the Authorization header on, whatever it is told; expected the REST API alone, or the upstream's seesTokens to say why it may";

describe("a catalogue is refused for", () => {
  for (const { why, routes, faults } of [
    {
      why: "an answer streamed over an HTTP API",
      routes: [{ ...get, streaming: true }],
      faults: [
        `the catalogue's route GET /a is "streaming"; HTTP APIs stream no answers; expected it on the REST API alone`,
      ],
    },
    {
      why: "a key asked for on an HTTP API",
      routes: [{ ...get, metered: true }],
      faults: [
        `the catalogue's route GET /a is "metered"; HTTP APIs know no API keys; expected it on the REST API alone`,
      ],
    },
    {
      why: "a queue that would be sent no body",
      routes: [{ ...toQueue, method: "GET" }],
      faults: [`the catalogue's route GET /a is "GET"; a queue takes the request's body; expected POST, PUT or PATCH`],
    },
    {
      why: "a body where there is none",
      routes: [{ ...get, request: { body: { type: "object" } } }],
      faults: [`the catalogue's route GET /a is "GET"; it declares a body; expected POST, PUT or PATCH`],
    },
    {
      why: "two names for one variable part of the paths",
      routes: [
        { ...get, path: "/a/{b}" },
        { ...get, apis: ["rest"], path: "/a/{c}/d" },
        { ...get, apis: ["http"], path: "/a/{e}/f" },
        { ...get, apis: ["http"], path: "/a/{g+}" },
      ],
      faults: [
        'the catalogue\'s route GET /a/{c}/d is "{c}"; another route of the REST API has {b} at the same place; expected the same name',
        'the catalogue\'s route GET /a/{e}/f is "{e}"; another route of the HTTP API has {b} at the same place; expected the same name',
      ],
    },
    {
      why: "a path parameter that the path lacks",
      routes: [{ ...get, path: "/a/{b}", request: { path: { c: { type: "string" } } } }],
      faults: [`the catalogue's route GET /a/{b} is "c"; the path has no such parameter; expected it in braces`],
    },
    {
      why: "a required query parameter that is not declared",
      routes: [{ ...get, request: { query: { properties: {}, required: ["q"] } } }],
      faults: [`the catalogue's route GET /a is "q"; it is required of the query, and not among its properties`],
    },
    {
      why: "an upstream that an HTTP API would show tokens",
      routes: [toUpstream],
      faults: [`the catalogue's route GET /a is "strange"; ${passesOn}`],
    },
    {
      why: "an upstream that an HTTP API would show signatures",
      routes: [{ ...toUpstream, authorizer: "role" }],
      faults: [`the catalogue's route GET /a is "strange"; ${passesOn}`],
    },
    {
      why: "two routes of one API whose resources would have one name",
      routes: [
        { ...get, path: "/orders/{id}" },
        { ...get, apis: ["http"], path: "/orders/id" },
      ],
      faults: [
        `the catalogue's route GET /orders/id is "http"; GET /orders/{id} of the same API reads alike, so that their resources would have one name; expected another path`,
      ],
    },
    {
      why: "the same route twice",
      routes: [
        { ...get, apis: ["rest"] },
        { ...get, apis: ["rest"] },
      ],
      faults: [
        `the catalogue's route GET /a is "rest"; GET /a of the same API reads alike, so that their resources would have one name; expected another path`,
      ],
    },
  ])
    it(why, () => assert.deepEqual(faultsOf(routes), faults));
});

describe("a catalogue is taken with", () => {
  for (const { why, routes } of [
    {
      why: "streaming and keys on the REST API alone",
      routes: [{ ...get, apis: ["rest"], streaming: true, metered: true }],
    },
    { why: "a strange upstream on the REST API alone", routes: [{ ...toUpstream, apis: ["rest"] }] },
    { why: "an upstream that may see tokens", routes: [{ ...toUpstream, upstream: "trusted" }] },
    {
      why: "a strange upstream, where the token stands in a header that can be taken out",
      routes: [{ ...toUpstream, authorizer: "link" }],
    },
    {
      why: "a public route to a strange upstream",
      routes: [{ ...toUpstream, authorizer: undefined, public: "a test" }],
    },
    {
      why: "one path with two methods, and one route for each API",
      routes: [get, post, { ...get, apis: ["rest"], path: "/b" }, { ...get, apis: ["http"], path: "/b" }],
    },
    {
      why: "parameters of a greedy path",
      routes: [{ ...get, path: "/a/{b+}", request: { path: { b: { type: "string" } } } }],
    },
    { why: "its own routes", routes: catalogue.routes.filter(({ upstream }) => upstream === undefined) },
  ])
    it(why, () => assert.deepEqual(faultsOf(routes), []));

  it("the committed upstreams", () =>
    assert.deepEqual([...routeRules({ settings, catalogue, secrets: [], fileExists: () => true })], []));
});
