import type { Seconds } from "./duration";

/** A Lambda function of the platform. Its key names the folder: `functions/<key>/handler.ts`, which exports `handler`. */
export interface FunctionDeclaration {
  readonly description: string;
  /** `route` answers requests; `authorizer` decides whether they get there. */
  readonly role: "route" | "authorizer";
  /** Unit: MiB. Limits: 128 to 10,240. Default: 256. */
  readonly memory?: number;
  /** Default: 10 seconds. Limit: 29 seconds, what API Gateway waits for an integration by default. */
  readonly timeout?: Seconds;
  /** Reads and writes the orders table. Default: false. */
  readonly ordersTable?: boolean;
}

export const defineFunctions = <const T extends Readonly<Record<string, FunctionDeclaration>>>(functions: T): T =>
  functions;

/** The names of the functions with one role. */
export type FunctionName<
  T extends Readonly<Record<string, FunctionDeclaration>>,
  Role extends FunctionDeclaration["role"],
> = { [Name in keyof T & string]: T[Name]["role"] extends Role ? Name : never }[keyof T & string];
