import type { IncomingMessage } from "node:http";

/** 16 KiB. */
const formBytes = 16_384;

/**
 * The fields of a form that a browser posts.
 * @throws Error that koa answers with 413, when it is larger than `maximumBytes`. Default: 16 KiB.
 */
export async function readForm(
  request: IncomingMessage,
  maximumBytes = formBytes,
): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(new URLSearchParams(await readText(request, maximumBytes)));
}

/** @throws Error that koa answers with 413, when the body is larger. */
export async function readText(request: IncomingMessage, maximumBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let received = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    received += chunk.length;
    if (received > maximumBytes) {
      throw Object.assign(new Error(`The form has more than ${maximumBytes} bytes.`), { status: 413, expose: true });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
