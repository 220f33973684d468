import type { JSONWebKeySet } from "jose";
import type { StackState } from "../engine/model";
import type { LambdaRuntime } from "../lambda/runtime";
import type { SqsService } from "../sqs/service";

export interface GatewayOptions {
  readonly state: StackState;
  /** TCP port on 127.0.0.1 for each API in turn: by name of its Pulumi resource. Default: a free one. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Keys of an issuer (`https://cognito-idp...`), or undefined when nobody here issues for it. */
  readonly keys: (issuer: string) => JSONWebKeySet | undefined;
  /** The stack's functions, for whoever started them to close. Default: the gateway starts and closes its own. */
  readonly lambda?: LambdaRuntime;
  /** Added to the environment of every function, such as AWS_ENDPOINT_URL_DYNAMODB. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The stack's queues. Default: the gateway makes its own. */
  readonly sqs?: SqsService;
  /**
   * What stands in for other teams' services, by origin, host, or name or ARN of a load balancer's listener: an address such as
   * `http://localhost:8080`, behind which a request's path is put.
   */
  readonly upstreams?: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch, for token expiry and authorizer caches. Default: Date.now. */
  readonly now?: () => number;
  readonly onRequest?: (record: RequestRecord) => void;
  /** A line that a function wrote to its log, or that an API has to say of one of its integrations. */
  readonly onLog?: (record: { readonly functionName: string; readonly line: string }) => void;
}

/** One answered request. Never holds a token. */
export interface RequestRecord {
  /** Name of the API's Pulumi resource. */
  readonly api: string;
  readonly method: string;
  /** Path as called, without the query. */
  readonly path: string;
  /** Such as `GET /orders/{id}`; absent when no route matched. */
  readonly route?: string;
  readonly status: number;
  readonly durationMs: number;
  /** Absent on public routes. `verified`: API Gateway itself checked the token. */
  readonly authorizer?: { readonly name: string; readonly outcome: "verified" | "called" | "cached" | "refused" };
}

export interface ServedApi {
  /** Name of the API's Pulumi resource. */
  readonly name: string;
  readonly kind: "rest" | "http";
  /** Base of every route, stage included where AWS includes it: `http://localhost:4701/v1`. */
  readonly url: string;
}

export interface Gateway {
  readonly apis: readonly ServedApi[];
  /** How often each function has been invoked, by its Lambda name. */
  invocations(): Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/** `server.ts` exports it as `startGateway`. */
export type StartGateway = (options: GatewayOptions) => Promise<Gateway>;
