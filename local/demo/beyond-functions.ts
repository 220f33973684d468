import assert from "node:assert/strict";
import { decodeJwt } from "jose";
import type { Answer, Call } from "./caller";
import { bearer, by, type Cast, get, orders, post, type Step, status } from "./cast";

const address = { name: "Ada", street: "Analytical Way 1", postalCode: "1815", city: "London", country: "GB" };
const shipment = { orderId: "1", address };

const ship = ({ caller }: Cast, call: Call) => caller.call("POST", "/shipments", { body: shipment, ...call });

const problem = (answer: Answer, expected: number) => {
  status(answer, expected);
  assert.match(answer.headers.get("content-type") ?? "", /^application\/problem\+json/);
  assert.equal(typeof answer.body.title, "string", answer.text);
};

const onRest = ({ caller }: Cast) => caller.api.kind === "rest";

/** Queues, other teams' services, streams, checks of requests, API keys: what a route may have beside an authorizer and a function. */
export const beyondFunctions: readonly Step[] = [
  {
    title: "a request that the route does not take is a 400 with the reason, before anything is done with it",
    tell: async (cast) => {
      problem(await post(cast, { ...bearer(cast.writer), body: { item: "tea" } }), 400);
      problem(await post(cast, { ...bearer(cast.writer), body: { item: "tea", quantity: 0 } }), 400);
    },
  },
  {
    title: "a route may put its body into a queue, with the caller's subject beside it",
    tell: async (cast) => {
      await cast.receive();
      status(await ship(cast, bearer(cast.reader)), by(cast, { rest: 401, http: 403 }));
      assert.deepEqual(await cast.receive(), [], "a refused request left a message");
      status(await ship(cast, bearer(cast.writer)), by(cast, { rest: 202, http: 200 }));
      const [message, ...more] = await cast.receive();
      assert.deepEqual([message?.body, more], [shipment, []]);
      assert.equal(message?.attributes.subject, decodeJwt(cast.writer).sub);
    },
  },
  {
    title: "a REST API keeps a body that does not fit out of the queue",
    where: onRest,
    tell: async (cast) => {
      problem(await ship(cast, { ...bearer(cast.writer), body: { orderId: "1" } }), 400);
      assert.deepEqual(await cast.receive(), []);
    },
  },
  {
    title: "another team's service is told who calls, and by a REST API not with which token",
    tell: async (cast) => {
      cast.upstream.forget();
      status(await get(cast, "/prices/TEA-1"), 401);
      assert.equal(cast.upstream.last(), undefined, "a refused request was passed on");
      status(await get(cast, "/prices/TEA-1", bearer(cast.reader)), 200);
      const { path, headers } = cast.upstream.last()!;
      assert.match(path, /\/prices\/TEA-1$/);
      assert.equal(headers["x-caller-subject"], decodeJwt(cast.reader).sub);
      // AWS lets nobody map that header on an HTTP API: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
      assert.equal(JSON.stringify(headers).includes(cast.reader), by(cast, { rest: false, http: true }));
    },
  },
  {
    title: "a REST API streams a long answer, line by line",
    where: onRest,
    tell: async (cast) => {
      const { body } = await post(cast, bearer(cast.ada.access_token));
      const answer = await get(cast, `${orders}/export`, bearer(cast.ada.access_token));
      status(answer, 200);
      assert.equal(answer.headers.get("transfer-encoding"), "chunked");
      const lines = answer.text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { readonly id: unknown });
      assert.ok(
        lines.some(({ id }) => id === body.id),
        "the newest order is not in it",
      );
    },
  },
  {
    title: "a metered route wants a partner's API key beside the token, and takes no other",
    where: onRest,
    tell: async (cast) => {
      status(await get(cast, "/partner/orders", bearer(cast.reader)), 403);
      status(await get(cast, "/partner/orders", { ...bearer(cast.reader), apiKey: "made-up" }), 403);
    },
  },
  {
    title: "the key alone opens nothing; with a token it does, as often as its usage plan says",
    where: (cast) => onRest(cast) && cast.partner !== undefined,
    tell: async (cast) => {
      const { apiKey, burst } = cast.partner!;
      const call = { ...bearer(cast.reader), apiKey };
      status(await get(cast, "/partner/orders", { apiKey }), 401);
      status(await get(cast, "/partner/orders", call), 200);
      // What the plan gives back meanwhile is less than what is taken.
      const refused = async (left: number): Promise<boolean> =>
        left > 0 && ((await get(cast, "/partner/orders", call)).status === 429 || refused(left - 1));
      assert.ok(await refused(2 * burst), `${2 * burst} requests at once were let in; the usage plan has ${burst}`);
      cast.clock.advance(60);
      status(await get(cast, "/partner/orders", call), 200);
    },
  },
];
