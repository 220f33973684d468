import { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { Handler } from "./handler";

/** A handler that writes its answer. */
type StreamingHandler = (event: unknown, stream: ResponseStream, context: unknown) => unknown;

const mark = Symbol.for("aws.lambda.runtime.handler.streaming");

/** What a streaming handler writes to: each chunk leaves the worker at once. */
class ResponseStream extends Writable {
  /** Set by `HttpResponseStream.from`: what goes out before the first byte. */
  prelude: Buffer | undefined;

  constructor(private readonly send: (chunk: Uint8Array) => void) {
    super();
  }

  /** Only callers of the Lambda API see it. */
  setContentType(_type: string): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#begin();
    this.send(chunk);
    done();
  }

  override _final(done: () => void): void {
    this.#begin();
    done();
  }

  #begin(): void {
    if (this.prelude) this.send(this.prelude);
    this.prelude = undefined;
  }
}

/**
 * The global `awslambda`, with which functions say that they stream.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
 * @see https://github.com/aws/aws-lambda-nodejs-runtime-interface-client (HttpResponseStream: metadata, eight null bytes, payload)
 */
export const awslambda = {
  streamifyResponse: (handler: StreamingHandler): StreamingHandler => Object.assign(handler, { [mark]: true }),
  HttpResponseStream: {
    from(stream: ResponseStream, metadata: unknown): ResponseStream {
      stream.prelude = Buffer.concat([Buffer.from(JSON.stringify(metadata)), Buffer.alloc(8)]);
      return stream;
    },
  },
};

export const isStreaming = (handler: object): boolean => mark in handler;

/** Runs a streaming handler until it has returned and its stream has ended. */
export async function runStreaming(
  handler: Handler,
  event: unknown,
  context: unknown,
  emit: (chunk: Uint8Array) => void,
): Promise<void> {
  const stream = new ResponseStream(emit);
  const ended = finished(stream);
  // The handler's own error is the one to report.
  ended.catch(() => undefined);
  await (handler as unknown as StreamingHandler)(event, stream, context);
  await ended;
}
