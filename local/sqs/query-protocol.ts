import type { SqsFault } from "./fault";
import type { Input } from "./input";

/**
 * Input of the query protocol, a form, as the JSON protocol has it: `MessageAttribute.1.Name` and its like become
 * `MessageAttributes`, `SendMessageBatchRequestEntry.1.Id` becomes `Entries`. Only what `SendMessage` and calls without lists need is read.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-xml.html
 */
export function readQuery(form: string): { readonly action: string; readonly input: Input } {
  const fields = [...new URLSearchParams(form)];
  const attributes: Record<string, Record<string, string>> = {};
  const input: Record<string, unknown> = {};
  for (const [name, value] of fields) {
    const [, index, part] = /^MessageAttribute\.(\d+)\.(?:Value\.)?(\w+)$/.exec(name) ?? [];
    if (index === undefined || part === undefined) input[name] = value;
    else attributes[index] = { ...attributes[index], [part]: value };
  }
  const named = Object.values(attributes).map(({ Name = "", ...value }) => [Name, value] as const);
  const { Action = "", Version: _, ...rest } = input;
  return {
    action: String(Action),
    input: { ...rest, ...(named.length > 0 && { MessageAttributes: Object.fromEntries(named) }) },
  };
}

/** The parts that the query protocol always names, empty where there is nothing. */
const results: Readonly<Record<string, readonly string[]>> = {
  SendMessage: [
    "MD5OfMessageAttributes",
    "MD5OfMessageBody",
    "MD5OfMessageSystemAttributes",
    "MessageId",
    "SequenceNumber",
  ],
};

/**
 * An answer of the query protocol: XML, or the JSON that AWS makes of it for a caller that accepts JSON, as a REST API does.
 * @see https://github.com/localstack/localstack/pull/9102 (JSON by default for REST APIs, measured on AWS)
 */
export function queryAnswer(action: string, output: object, requestId: string, json: boolean): string {
  const metadata = { RequestId: requestId };
  if (!json) {
    const result = elements(output);
    const inner = result === "" ? "" : `<${action}Result>${result}</${action}Result>`;
    return `<?xml version="1.0"?><${action}Response xmlns="${namespace}">${inner}<ResponseMetadata>${elements(metadata)}</ResponseMetadata></${action}Response>`;
  }
  const blank = Object.fromEntries((results[action] ?? []).map((name) => [name, null]));
  const result = { ...blank, ...output };
  return JSON.stringify({
    [`${action}Response`]: {
      ...(Object.keys(result).length > 0 && { [`${action}Result`]: result }),
      ResponseMetadata: metadata,
    },
  });
}

export function queryFault({ queryCode, message }: SqsFault, requestId: string, json: boolean): string {
  const error = { Type: "Sender", Code: queryCode, Message: message };
  return json
    ? JSON.stringify({ Error: { Code: queryCode, Message: message, Type: "Sender" }, RequestId: requestId })
    : `<?xml version="1.0"?><ErrorResponse xmlns="${namespace}"><Error>${elements(error)}</Error>${elements({ RequestId: requestId })}</ErrorResponse>`;
}

const namespace = "http://queue.amazonaws.com/doc/2012-11-05/";

const elements = (values: object): string =>
  Object.entries(values)
    .map(
      ([name, value]) => `<${name}>${escapeXml(typeof value === "string" ? value : JSON.stringify(value))}</${name}>`,
    )
    .join("");

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
