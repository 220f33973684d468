import assert from "node:assert/strict";
import type { Identity } from "../identity/contract";
import type { Tokens } from "./application";
import type { Answer, Call, Caller } from "./caller";
import type { Clock } from "./clock";
import type { Received } from "./queues";
import type { StandIn } from "./stand-in";

/** What the story is told with. */
export interface Cast {
  readonly caller: Caller;
  readonly identity: Identity;
  readonly clock: Clock;
  /** Of the group `operators`. */
  readonly ada: Tokens;
  readonly bob: Tokens;
  /** Of the group `support`; her application asked for `openid` alone. */
  readonly carol: Tokens;
  /** On whose behalf all three act. */
  readonly tenant: string;
  /** Access tokens of the machine client, by scope. */
  readonly reader: string;
  readonly writer: string;
  refresh(tokens: Tokens): Promise<Tokens>;
  /** The page whose origin both APIs allow. */
  readonly origin: string;
  /** The function behind the tenant authorizer, and how long its answers are kept. */
  readonly authorizerFunction: string;
  readonly cacheTtlSeconds: number;
  /** What the queues of the stack hold; whoever looks takes it out. */
  receive(): Promise<readonly Received[]>;
  /** Stands in for other teams' services. */
  readonly upstream: StandIn;
  /** Absent where the stack has no partner's key with a limit. */
  readonly partner?: {
    readonly apiKey: string;
    /** Requests at once that its usage plan allows. */
    readonly burst: number;
  };
}

export interface Step {
  readonly title: string;
  /** Where it can be told. Default: on both APIs of any stack. */
  readonly where?: (cast: Cast) => boolean;
  readonly tell: (cast: Cast) => Promise<void>;
}

export const orders = "/orders";
const tea = { item: "tea", quantity: 2 };
export const bearer = (token: string): Call => ({ authorization: `Bearer ${token}` });
export const get = ({ caller }: Cast, path: string, call?: Call) => caller.call("GET", path, call);
export const post = ({ caller }: Cast, call: Call) => caller.call("POST", orders, { body: tea, ...call });

/** What a REST API and an HTTP API answer differently, as AWS does. @see docs/authorizers.md */
export const by = <T>({ caller }: Cast, answers: { readonly rest: T; readonly http: T }): T => answers[caller.api.kind];
export const status = (answer: Answer, expected: number) =>
  assert.equal(answer.status, expected, `the answer was ${answer.status}`);
