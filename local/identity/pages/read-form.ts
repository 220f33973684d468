import type { IncomingMessage } from "node:http";

const maximumBytes = 16_384;

/**
 * The fields of a form that a browser posts.
 * @throws Error that koa answers with 413, when it is larger than 16 KiB.
 */
export async function readForm(request: IncomingMessage): Promise<Readonly<Record<string, string>>> {
  const chunks: Buffer[] = [];
  let received = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    received += chunk.length;
    if (received > maximumBytes) {
      throw Object.assign(new Error(`The form has more than ${maximumBytes} bytes.`), { status: 413, expose: true });
    }
    chunks.push(chunk);
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString("utf8")));
}
