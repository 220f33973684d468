import assert from "node:assert/strict";
import { answer } from "../../../../functions/shared/answer";
import type { Route } from "../../../../infra/catalogue/define/route";
import { type Asked, httpEvent, restEvent } from "./events";

const open = { apis: ["rest", "http"], handler: "h", public: "a test" } as const;
const routes: readonly Route[] = [
  {
    ...open,
    method: "POST",
    path: "/shelves/{shelf}",
    request: {
      path: { shelf: { type: "integer", minimum: 1 } },
      query: {
        properties: {
          size: { type: "number", maximum: 9 },
          tags: { type: "array", items: { type: "string", enum: ["a", "b"] } },
          dry: { type: "boolean" },
        },
        required: ["size"],
      },
      body: { type: "object", properties: { item: { type: "string" } }, required: ["item"] },
    },
  },
  {
    ...open,
    method: "GET",
    path: "/shelves/{shelf}",
    request: { path: { shelf: { type: "string", pattern: "^[a-z]+$" } } },
  },
];

const echo = answer(
  async ({ method, path, query, json }) => ({
    status: 200,
    body: { method, path, query, body: method === "POST" ? json() : null },
  }),
  routes,
);
const good = {
  method: "POST",
  route: "/shelves/{shelf}",
  path: { shelf: "7" },
  query: { size: ["1.5"], tags: ["a", "b"], dry: ["true"], other: ["x"] },
  body: '{"item":"tea"}',
} as const;

/** The answer to one request, which must be the same from both APIs. */
async function ask(asked: Asked) {
  const [rest, http] = await Promise.all([echo(restEvent(asked)), echo(httpEvent(asked))]);
  assert.deepEqual(rest, http);
  return { ...rest, json: JSON.parse(rest.body!) };
}

describe("an answer", () => {
  for (const { why, asked } of [
    { why: "as it is", asked: good },
    { why: "encoded", asked: { ...good, body: Buffer.from(good.body).toString("base64"), encoded: true } },
    {
      why: "as JSON of another vocabulary",
      asked: { ...good, headers: { "Content-Type": "application/merge-patch+json; charset=utf-8" } },
    },
  ])
    it(`gives the function what its route takes, through either API, the body ${why}`, async () => {
      const { statusCode, json } = await ask(asked);
      assert.equal(statusCode, 200);
      assert.deepEqual(json, {
        method: "POST",
        path: { shelf: "7" },
        query: { size: "1.5", tags: "a,b", dry: "true", other: "x" },
        body: { item: "tea" },
      });
    });

  for (const { why, asked, errors } of [
    {
      why: "a path parameter of another kind",
      asked: { ...good, path: { shelf: "top" } },
      errors: [{ in: "path", name: "shelf", message: "must be a whole number of at least 1" }],
    },
    {
      why: "a number that JavaScript would take and people would not write",
      asked: { ...good, path: { shelf: "0x7" } },
      errors: [{ in: "path", name: "shelf", message: "must be a whole number of at least 1" }],
    },
    {
      why: "a query parameter that is missing",
      asked: { ...good, query: {} },
      errors: [{ in: "query", name: "size", message: "is missing" }],
    },
    {
      why: "one of several values that is none",
      asked: { ...good, query: { size: ["1"], tags: ["a", "c"] } },
      errors: [{ in: "query", name: "tags.1", message: "must be one of a, b" }],
    },
    {
      why: "a flag in other words",
      asked: { ...good, query: { size: ["1"], dry: ["yes"] } },
      errors: [{ in: "query", name: "dry", message: "must be true or false" }],
    },
    {
      why: "a body that is no JSON",
      asked: { ...good, body: "{" },
      errors: [{ in: "body", name: "", message: "is not JSON" }],
    },
    { why: "no body", asked: { ...good, body: undefined }, errors: [{ in: "body", name: "", message: "is not JSON" }] },
    {
      why: "everything that is wrong, at once",
      asked: { ...good, path: { shelf: "0" }, query: { size: ["10"] }, body: "{}" },
      errors: [
        { in: "path", name: "shelf", message: "must be a whole number of at least 1" },
        { in: "query", name: "size", message: "must be a number of at most 9" },
        { in: "body", name: "item", message: "is missing" },
      ],
    },
    {
      why: "by the method's own schema",
      asked: { method: "GET", route: "/shelves/{shelf}", path: { shelf: "7" } },
      errors: [{ in: "path", name: "shelf", message: "must be a text that fits ^[a-z]+$" }],
    },
  ] as { why: string; asked: Asked; errors: object[] }[])
    it(`refuses, with the same words on both APIs, ${why}`, async () => {
      const { statusCode, headers, json } = await ask(asked);
      assert.equal(statusCode, 400);
      assert.equal(headers?.["content-type"], "application/problem+json");
      assert.deepEqual(
        { ...json, detail: undefined },
        { title: "Bad request", status: 400, detail: undefined, errors },
      );
    });

  it("says in one line what is wrong, for whoever reads no lists", async () => {
    const { json } = await ask({ ...good, path: { shelf: "0" }, body: "[]" });
    assert.equal(json.detail, "path shelf must be a whole number of at least 1; the body must be an object.");
  });

  for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"])
    it(`refuses a body of the type ${type}, which a REST API lets through unchecked`, async () => {
      const { statusCode, json } = await ask({ ...good, headers: { "Content-Type": type } });
      assert.deepEqual([statusCode, json.title], [415, "Unsupported media type"]);
    });

  it("checks nothing on a route that says nothing of requests", async () => {
    const { statusCode } = await ask({ ...good, route: "/other", body: "1" });
    assert.equal(statusCode, 200);
  });

  it("says nothing of what broke inside, and logs it", async () => {
    const logged: unknown[] = [];
    const log = console.error;
    console.error = (...args) => logged.push(...args);
    try {
      const failing = answer(async () => {
        throw new Error("table gone");
      });
      const { statusCode, body } = await failing(restEvent());
      assert.equal(statusCode, 500);
      assert.doesNotMatch(body!, /table gone/);
      assert.match(String(logged[0]), /table gone/);
    } finally {
      console.error = log;
    }
  });

  it("lets listed origins read it, refusals too, and no others", async () => {
    process.env.CORS_ORIGINS = "https://a.example,https://b.example";
    try {
      for (const [origin, allowed] of [
        ["https://b.example", "https://b.example"],
        ["https://c.example", undefined],
      ])
        for (const asked of [good, { ...good, body: "{" }]) {
          const { headers } = await ask({ ...asked, headers: { Origin: origin! } });
          assert.equal(headers?.["access-control-allow-origin"], allowed);
        }
    } finally {
      delete process.env.CORS_ORIGINS;
    }
  });

  it("names the headers that those pages may read, too", async () => {
    process.env.CORS_ORIGINS = "https://a.example";
    process.env.CORS_EXPOSED_HEADERS = "etag";
    try {
      for (const [origin, exposed] of [
        ["https://a.example", "etag"],
        ["https://c.example", undefined],
      ]) {
        const { headers } = await ask({ ...good, headers: { Origin: origin! } });
        assert.equal(headers?.["access-control-expose-headers"], exposed);
      }
    } finally {
      delete process.env.CORS_ORIGINS;
      delete process.env.CORS_EXPOSED_HEADERS;
    }
  });
});
