import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { respond } from "../../../../functions/order-export/respond";
import type { Order } from "../../../../functions/orders/order";
import type { StreamReply } from "../../../../functions/shared/stream";
import { httpEvent, restEvent } from "./events";

/** What the Lambda runtime is given: the metadata, which goes out before the first write, and the writes. */
class Sink extends Writable {
  head: { readonly statusCode: number; readonly headers: Record<string, string> } | undefined;
  metadata: Sink["head"];
  readonly chunks: string[] = [];

  constructor() {
    super({ decodeStrings: false, highWaterMark: 8 });
  }

  override _write(chunk: string, _: string, done: () => void): void {
    this.head = this.metadata;
    this.chunks.push(String(chunk));
    setImmediate(done);
  }
}

type Handler = (event: unknown, output: Sink) => Promise<void>;

/** Lambda's own global, as far as streaming handlers know it. */
const runtime = {
  streamifyResponse: (handler: Handler) => handler,
  HttpResponseStream: { from: (output: Sink, metadata: Sink["head"]) => Object.assign(output, { metadata }) },
};

describe("a streamed answer", () => {
  let stream: typeof import("../../../../functions/shared/stream").stream;
  before(() => {
    Object.assign(globalThis, { awslambda: runtime });
    ({ stream } = require("../../../../functions/shared/stream"));
  });
  after(() => void Reflect.deleteProperty(globalThis, "awslambda"));

  const ask = async (respond: () => Promise<StreamReply>, event: unknown = restEvent()) => {
    const sink = new Sink();
    const failure = await (stream(respond, []) as unknown as Handler)(event, sink).catch((error: Error) => error);
    if (!failure) await new Promise((done) => sink.on("finish", done));
    return { ...sink.head, text: sink.chunks.join(""), chunks: sink.chunks, failure };
  };
  const nobody = { method: "GET", path: {}, query: {}, json: () => undefined };
  const reply = (chunks: AsyncIterable<string>): StreamReply => ({ status: 200, type: "application/x-ndjson", chunks });

  it("sends each chunk when it is there, no faster than it is taken", async () => {
    const events: string[] = [];
    const sink = new Sink();
    async function* chunks() {
      for (const text of ["first-line\n", "second-line\n", "third-line\n"]) {
        events.push(`made ${text.slice(0, 5)} after ${sink.chunks.length}`);
        yield text;
      }
    }
    await (stream(async () => reply(chunks()), []) as unknown as Handler)(restEvent(), sink);
    assert.deepEqual(events, ["made first after 0", "made secon after 1", "made third after 2"]);
    assert.deepEqual(sink.head, {
      statusCode: 200,
      headers: { "content-type": "application/x-ndjson", "cache-control": "no-store" },
    });
  });

  it("has a status when there is nothing to send", async () => {
    async function* none() {}
    const { statusCode, text } = await ask(async () => reply(none()));
    assert.deepEqual([statusCode, text], [200, ""]);
  });

  it("is a problem when it cannot start", async () => {
    const { statusCode, headers, text } = await ask(() => respond(nobody, () => assert.fail("read")));
    assert.equal(statusCode, 401);
    assert.equal(headers?.["content-type"], "application/problem+json");
    assert.equal(JSON.parse(text).title, "Unauthorized");
  });

  it("is a bare 500 when its first chunk fails, and says no more to the caller", async () => {
    const log = console.error;
    console.error = () => undefined;
    try {
      async function* failing(): AsyncGenerator<string> {
        yield await Promise.reject(new Error("table gone"));
      }
      const { statusCode, text } = await ask(async () => reply(failing()));
      assert.deepEqual([statusCode, JSON.parse(text)], [500, { title: "Internal server error", status: 500 }]);
    } finally {
      console.error = log;
    }
  });

  it("fails as a whole when a later chunk does, since its status is out", async () => {
    async function* failing() {
      yield "first\n";
      throw new Error("table gone");
    }
    const { statusCode, text, failure } = await ask(async () => reply(failing()));
    assert.deepEqual([statusCode, text], [200, "first\n"]);
    assert.match(String(failure), /table gone/);
  });

  it("lets listed origins read it", async () => {
    process.env.CORS_ORIGINS = "https://a.example";
    try {
      async function* one() {
        yield "x";
      }
      for (const event of [restEvent, httpEvent]) {
        const { headers } = await ask(async () => reply(one()), event({ headers: { Origin: "https://a.example" } }));
        assert.equal(headers?.["access-control-allow-origin"], "https://a.example");
      }
    } finally {
      delete process.env.CORS_ORIGINS;
    }
  });
});

describe("an export of orders", () => {
  it("is one line for each of the caller's own orders, in their order", async () => {
    const asked: string[] = [];
    async function* ordersOf(owner: string): AsyncGenerator<Order> {
      asked.push(owner);
      yield* [2, 1].map((n) => ({
        id: `o-${n}`,
        item: "tea\nleaves",
        quantity: n,
        createdAt: "2026-01-02T03:04:05.000Z",
      }));
    }
    const caller = { subject: "ada", clientId: "c", scopes: [], groups: [] };
    const request = { method: "GET", path: {}, query: {}, caller, json: () => assert.fail("no body") };
    const { status, type, chunks } = await respond(request, ordersOf);
    let text = "";
    for await (const chunk of chunks) text += chunk;
    const lines = text.trimEnd().split("\n");
    assert.deepEqual([status, type, asked], [200, "application/x-ndjson", ["ada"]]);
    assert.deepEqual(
      lines.map((line) => JSON.parse(line).id),
      ["o-2", "o-1"],
    );
  });
});
