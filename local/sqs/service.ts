import { randomUUID } from "node:crypto";
import type { StackState } from "../engine/model";
import { actions, type Queues } from "./actions";
import { faults, SqsFault } from "./fault";
import type { Input } from "./input";
import { queryAnswer, queryFault, readQuery } from "./query-protocol";
import { Queue } from "./queue";
import { readQueues } from "./read-queues";

export interface SqsRequest {
  /** Such as `/123456789012/orders`, which names the queue where the body does not. */
  readonly path: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface SqsAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** SQS as its callers see it, whether they come over HTTP or through an API's integration. */
export interface SqsService {
  readonly queues: Queues;
  /** Answers both protocols: JSON where `X-Amz-Target` names the action, else the query protocol. Signatures are not checked. */
  answer(request: SqsRequest): Promise<SqsAnswer>;
  /** The same for one action with the input of the JSON protocol, answered in the XML of the query protocol. */
  ask(action: string, input: Input): Promise<SqsAnswer>;
}

/** The queues of a stack in memory. @param now - Milliseconds since the epoch. */
export function sqsService({ resources }: Pick<StackState, "resources">, now: () => number): SqsService {
  const all = readQueues(resources).map((settings) => new Queue(settings, now));
  const path = (url: string) => url.replace(/^https?:\/\/[^/]+/, "").replace(/^(?!\/)/, "/");
  const queues: Queues = { all, find: (url) => all.find(({ settings }) => path(settings.url) === path(url)) };
  return {
    queues,
    answer: (request) => (request.headers["x-amz-target"] ? answerJson(queues, request) : answerForm(queues, request)),
    ask: (action, input) => answerQuery(queues, action, input, false),
  };
}

async function perform(queues: Queues, name: string, input: Input): Promise<object> {
  const action = actions[name];
  if (!action) throw faults.unknownAction(name);
  return (await action(queues, input)) as object;
}

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html */
async function answerJson(queues: Queues, { headers, body }: SqsRequest): Promise<SqsAnswer> {
  const common = [
    ["content-type", "application/x-amz-json-1.0"],
    ["x-amzn-requestid", randomUUID()],
  ] as const;
  try {
    const name = headers["x-amz-target"]?.split(".").at(-1) ?? "";
    const output = await perform(queues, name, readJson(body));
    return { status: 200, headers: common, body: JSON.stringify(output) };
  } catch (fault) {
    if (!(fault instanceof SqsFault)) throw fault;
    const code = ["x-amzn-query-error", `${fault.queryCode};Sender`] as const;
    const refusal = { __type: `com.amazonaws.sqs#${fault.type}`, message: fault.message };
    return { status: fault.status, headers: [...common, code], body: JSON.stringify(refusal) };
  }
}

function readJson(body: string): Input {
  try {
    return JSON.parse(body === "" ? "{}" : body) as Input;
  } catch {
    throw new SqsFault("SerializationException", "The body is not JSON.");
  }
}

function answerForm(queues: Queues, { path, headers, body }: SqsRequest): Promise<SqsAnswer> {
  const { action, input } = readQuery(body);
  const json = /\bapplication\/json\b/.test(headers.accept ?? "");
  return answerQuery(queues, action, { ...(path !== "/" && { QueueUrl: path }), ...input }, json);
}

async function answerQuery(queues: Queues, action: string, input: Input, json: boolean): Promise<SqsAnswer> {
  const requestId = randomUUID();
  const headers = [
    ["content-type", json ? "application/json" : "text/xml"],
    ["x-amzn-requestid", requestId],
  ] as const;
  try {
    const output = await perform(queues, action, input);
    return { status: 200, headers, body: queryAnswer(action, output, requestId, json) };
  } catch (fault) {
    if (!(fault instanceof SqsFault)) throw fault;
    return { status: fault.status, headers, body: queryFault(fault, requestId, json) };
  }
}
