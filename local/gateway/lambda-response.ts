import type { Readable } from "node:stream";
import type { Answer } from "./answer";
import { parseJson } from "./mapping/json-path";
import { matchesMediaType } from "./media-type";

/** A function's answer as HTTP, or `malformed`: it is not what the integration expects. */
export type LambdaAnswer = { readonly kind: "answer"; readonly answer: Answer } | { readonly kind: "malformed" };

const malformed: LambdaAnswer = { kind: "malformed" };

/**
 * Reads the answer of a REST API's proxy integration.
 * Base64 is decoded only where the API's `binaryMediaTypes` include what the caller accepts; otherwise it goes out as it is.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-output-format
 */
export function restLambdaAnswer(
  payload: unknown,
  { binaryMediaTypes, accept }: { binaryMediaTypes: readonly string[]; accept: string | undefined },
): LambdaAnswer {
  const response = readResponse(payload);
  if (response === undefined) return malformed;
  const decodes = response.isBase64Encoded && binaryMediaTypes.some((type) => matchesMediaType(type, accept));
  return toAnswer(response, decodes, "application/json");
}

/**
 * Reads the answer of an HTTP API's Lambda integration. In format 2.0 an answer without a `statusCode` is itself the body of a 200.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.response
 */
export function httpLambdaAnswer(payload: unknown, format: "1.0" | "2.0"): LambdaAnswer {
  const isFormatted = typeof payload === "object" && payload !== null && "statusCode" in payload;
  if (format === "2.0" && !isFormatted) {
    const body = typeof payload === "string" ? payload : JSON.stringify(payload ?? null);
    return {
      kind: "answer",
      answer: { status: 200, headers: [["content-type", "application/json"]], body: Buffer.from(body) },
    };
  }
  const response = readResponse(payload);
  return response === undefined ? malformed : toAnswer(response, response.isBase64Encoded, "text/plain;charset=UTF-8");
}

/** Between the metadata and the payload of a stream. */
const delimiter = Buffer.alloc(8);

/** How much of a stream may pass before its metadata is complete. */
const maxMetadataBytes = 16 * 1024;

/**
 * Reads the beginning of a streamed answer: metadata as JSON, eight null bytes, and then the payload, which goes out as it comes.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html
 */
export async function streamedAnswer(content: Readable): Promise<LambdaAnswer> {
  let head = Buffer.alloc(0);
  const chunks = content.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf(delimiter);
    if (end < 0 && head.length <= maxMetadataBytes) continue;
    const metadata = end < 0 || end > maxMetadataBytes ? undefined : parseJson(head.subarray(0, end));
    const response =
      typeof metadata === "object" ? readResponse({ statusCode: 200, ...metadata, body: "" }) : undefined;
    if (response === undefined) break;
    const { answer } = toAnswer(response, false, "application/json");
    return { kind: "answer", answer: { ...answer, body: head.subarray(end + delimiter.length), rest: content } };
  }
  content.destroy();
  return malformed;
}

interface LambdaResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

function readResponse(payload: unknown): LambdaResponse | undefined {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return undefined;
  const { statusCode, body, headers, multiValueHeaders, cookies, isBase64Encoded } = payload as Record<string, unknown>;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return undefined;
  if (body !== undefined && body !== null && typeof body !== "string") return undefined;
  const single = readHeaders(headers);
  const multiple = readHeaders(multiValueHeaders);
  if (single === undefined || multiple === undefined) return undefined;
  if (cookies !== undefined && !isStrings(cookies)) return undefined;
  // Where both name a header, its single value counts too unless the list already holds it.
  const extra = single.filter(([name, value]) => !multiple.some(([n, v]) => same(n, name) && v === value));
  return {
    status,
    headers: [...multiple, ...extra, ...(cookies ?? []).map((cookie) => ["set-cookie", cookie] as const)],
    body: body ?? "",
    isBase64Encoded: isBase64Encoded === true,
  };
}

function readHeaders(value: unknown): readonly (readonly [string, string])[] | undefined {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object" || Array.isArray(value)) return undefined;
  const pairs: (readonly [string, string])[] = [];
  for (const [name, given] of Object.entries(value)) {
    for (const item of Array.isArray(given) ? given : [given]) {
      if (item === null || item === undefined) continue;
      if (typeof item === "object") return undefined;
      pairs.push([name, String(item)]);
    }
  }
  return pairs;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

/** Headers that belong to the connection: the gateway sets its own. */
const connectionHeaders = new Set(["connection", "content-length", "keep-alive", "transfer-encoding"]);

function toAnswer(response: LambdaResponse, decodes: boolean, defaultType: string) {
  const headers = response.headers.filter(([name]) => !connectionHeaders.has(name.toLowerCase()));
  const typed = headers.some(([name]) => same(name, "content-type"));
  return {
    kind: "answer" as const,
    answer: {
      status: response.status,
      headers: typed ? headers : [["content-type", defaultType] as const, ...headers],
      body: Buffer.from(response.body, decodes ? "base64" : "utf8"),
    },
  };
}
