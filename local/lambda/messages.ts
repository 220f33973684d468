/** What the runtime hands to a new worker. */
export interface WorkerStart {
  readonly taskRoot: string;
  /** Such as `index.handler`. */
  readonly handler: string;
  /** Such as `nodejs24.x`. */
  readonly runtime: string;
  /** Where keys of user pools are served: a port of this machine. */
  readonly keysPort: number;
  /** Where queues are served: a port of this machine. Absent: nowhere. */
  readonly sqsPort?: number;
}

/** One call, from the runtime to the worker. */
export interface InvokeMessage {
  readonly requestId: string;
  readonly event: unknown;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly functionName: string;
  readonly functionArn: string;
  /** Megabytes. */
  readonly memory: number;
}

/** From the worker to the runtime, in the order in which things happened. */
export type WorkerMessage =
  /** The handler is loaded, or cannot be: each call says which. */
  | { readonly kind: "ready" }
  | { readonly kind: "log"; readonly line: string }
  /** A piece of a streaming handler's answer. */
  | { readonly kind: "chunk"; readonly data: Uint8Array }
  /** `json` is absent where the answer was streamed. */
  | { readonly kind: "returned"; readonly json: string | undefined }
  | {
      readonly kind: "failed";
      readonly errorType: string;
      readonly errorMessage: string;
      /** The error with its stack and its causes, for the log. */
      readonly report: string;
    };
