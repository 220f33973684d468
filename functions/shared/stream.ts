import { once } from "node:events";
import type { Writable } from "node:stream";
import type { Route } from "../../infra/catalogue/define/route";
import { routes as catalogueRoutes } from "../../infra/catalogue/routes";
import { checked, headersOf, problemOf } from "./answer";
import type { Event, Request } from "./request";

export interface StreamReply {
  readonly status: number;
  /** Content type. */
  readonly type: string;
  readonly chunks: AsyncIterable<string>;
}

/**
 * Makes a Lambda handler that sends its answer while it is made, for a route with `streaming`. What fails before the first chunk is
 * there is answered as `answer` does; later the status is out, so the failure ends the stream, and Lambda reports it.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
 */
export const stream = (
  respond: (request: Request) => Promise<StreamReply>,
  routes: readonly Route[] = catalogueRoutes,
) =>
  awslambda.streamifyResponse(async (event: Event, output: Writable) => {
    const begin = (statusCode: number, type: string) =>
      awslambda.HttpResponseStream.from(output, { statusCode, headers: headersOf(event, type) });
    const started = await start(event, respond, routes);
    if (started.problem) {
      const { statusCode, type, body } = started.problem;
      const problem = begin(statusCode, type);
      problem.write(JSON.stringify(body));
      problem.end();
      return;
    }
    const { status, type, first, rest } = started;
    const response = begin(status, type);
    // The status goes out with the first write: an answer without chunks needs one too.
    response.write(first.done ? "" : first.value);
    for await (const chunk of rest) if (!response.write(chunk)) await once(response, "drain");
    response.end();
  });

/** The reply with its first chunk, or what kept it from starting. */
async function start(event: Event, respond: (request: Request) => Promise<StreamReply>, routes: readonly Route[]) {
  try {
    const { status, type, chunks } = await respond(checked(event, routes));
    const iterator = chunks[Symbol.asyncIterator]();
    const first = await iterator.next();
    return { status, type, first, rest: { [Symbol.asyncIterator]: () => iterator } };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}
