import assert from "node:assert/strict";
import { decodeJwt } from "jose";
import { beyondFunctions } from "./beyond-functions";
import { bearer, by, type Cast, get, orders, post, type Step, status } from "./cast";

/** A token of the pool that was good once: the same claims, an hour too old. */
const expired = ({ identity }: Cast, token: string) => {
  const claims = decodeJwt(token);
  return identity.sign({ ...claims, iat: claims.iat! - 7200, exp: claims.iat! - 3600 });
};

/** GET /orders stands under `user` (checked by API Gateway), POST /orders and GET /orders/{id} under `tenant` (a function). */
const access: readonly Step[] = [
  {
    title: "health is open to all",
    tell: async (cast) => {
      const answer = await get(cast, "/health");
      status(answer, 200);
      assert.equal(answer.record.authorizer, undefined);
    },
  },
  {
    title: "no token is refused, and the authorizer function is not called",
    tell: async (cast) => {
      const before = cast.caller.invocations(cast.authorizerFunction);
      status(await get(cast, orders), 401);
      status(await post(cast, {}), 401);
      assert.equal(cast.caller.invocations(cast.authorizerFunction), before);
    },
  },
  {
    title: "a garbage token is refused",
    tell: async (cast) => {
      status(await get(cast, orders, bearer("garbage")), 401);
      status(await post(cast, bearer("garbage")), by(cast, { rest: 401, http: 403 }));
    },
  },
  {
    title: "an expired token is refused",
    tell: async (cast) => {
      status(await get(cast, orders, bearer(await expired(cast, cast.reader))), 401);
      status(await post(cast, bearer(await expired(cast, cast.writer))), by(cast, { rest: 401, http: 403 }));
    },
  },
  {
    title: "an ID token is refused where an access token is needed",
    tell: async (cast) => {
      status(await get(cast, orders, bearer(cast.ada.id_token)), by(cast, { rest: 401, http: 403 }));
      status(await post(cast, bearer(cast.ada.id_token)), by(cast, { rest: 401, http: 403 }));
    },
  },
  {
    title: "an ID token authenticates where no scope is asked for, and the handler sees the e-mail in it",
    tell: async (cast) => {
      const answer = await get(cast, "/profile", bearer(cast.ada.id_token));
      status(answer, 200);
      assert.equal(answer.body.email, decodeJwt(cast.ada.id_token).email);
    },
  },
  {
    title: "groups and tenant of a person reach the handler",
    tell: async (cast) => {
      const { body } = await get(cast, "/profile", bearer(cast.ada.id_token));
      assert.deepEqual([body.groups, body.tenant], [["operators"], cast.tenant]);
    },
  },
  {
    title: "a group brings its scopes, and no others",
    tell: async (cast) => {
      status(await get(cast, orders, bearer(cast.carol.access_token)), 200);
      status(await post(cast, bearer(cast.carol.access_token)), 403);
    },
  },
  {
    title: "a machine's token carries the tenant of its client",
    tell: async (cast) => {
      assert.equal(decodeJwt(cast.reader).tenant, "warehouse");
      status(await get(cast, orders, bearer(cast.reader)), 200);
    },
  },
  {
    title: "a token without the scope is refused",
    tell: async (cast) => {
      status(await get(cast, orders, bearer(cast.writer)), by(cast, { rest: 401, http: 403 }));
      status(await post(cast, bearer(cast.reader)), 403);
    },
  },
  {
    title: "the right token is let in",
    tell: async (cast) => {
      const answer = await get(cast, orders, bearer(cast.reader));
      status(answer, 200);
      assert.equal(answer.record.authorizer?.name, "user");
      status(await post(cast, bearer(cast.writer)), 201);
    },
  },
  {
    title: "so is the bare token, without Bearer",
    tell: async (cast) => status(await get(cast, orders, { authorization: cast.reader }), 200),
  },
  {
    title: "a second call is answered from the authorizer's cache: the function is not called",
    tell: async (cast) => {
      status(await post(cast, bearer(cast.ada.access_token)), 201);
      const before = cast.caller.invocations(cast.authorizerFunction);
      const answer = await post(cast, bearer(cast.ada.access_token));
      status(answer, 201);
      assert.equal(answer.record.authorizer?.outcome, "cached");
      assert.equal(cast.caller.invocations(cast.authorizerFunction), before);
    },
  },
  {
    title: "what is cached lets nobody into another route",
    tell: async (cast) => {
      status(await get(cast, `${orders}/none`, bearer(cast.reader)), 404);
      status(await post(cast, bearer(cast.reader)), 403);
      status(await get(cast, `${orders}/none`, bearer(cast.writer)), 403);
    },
  },
  {
    title: "after the TTL the function is called again",
    tell: async (cast) => {
      const before = cast.caller.invocations(cast.authorizerFunction);
      cast.clock.advance(cast.cacheTtlSeconds + 1);
      const answer = await post(cast, bearer(cast.ada.access_token));
      status(answer, 201);
      assert.equal(answer.record.authorizer?.outcome, "called");
      assert.equal(cast.caller.invocations(cast.authorizerFunction), before + 1);
    },
  },
  {
    title: "a refresh token gives a new access token, which works",
    tell: async (cast) => {
      const { access_token } = await cast.refresh(cast.ada);
      assert.notEqual(access_token, cast.ada.access_token);
      status(await get(cast, orders, bearer(access_token)), 200);
    },
  },
  {
    title: "callers read their own orders, and nobody else's",
    tell: async (cast) => {
      const { body } = await post(cast, bearer(cast.ada.access_token));
      const own = await get(cast, `${orders}/${body.id}`, bearer(cast.ada.access_token));
      status(own, 200);
      assert.deepEqual(own.body, body);
      status(await get(cast, `${orders}/${body.id}`, bearer(cast.bob.access_token)), 404);
      const list = await get(cast, orders, bearer(cast.bob.access_token));
      assert.deepEqual(list.body, { orders: [] });
    },
  },
  {
    title: "a page of an allowed origin gets its preflight answered, and may read a 401",
    tell: async (cast) => {
      const preflight = await cast.caller.call("OPTIONS", orders, { origin: cast.origin });
      status(preflight, 204);
      const refused = await get(cast, orders, { origin: cast.origin });
      status(refused, 401);
      for (const { headers } of [preflight, refused])
        assert.equal(headers.get("access-control-allow-origin"), cast.origin);
    },
  },
];

/** Who gets in, and what there is beside functions. */
export const story: readonly Step[] = [...access, ...beyondFunctions];
