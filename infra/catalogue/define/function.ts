import type { Seconds } from "./duration";

/** When Cognito calls a function. @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html */
export type Trigger = "preSignUp" | "preTokenGeneration" | "postAuthentication";

/** A Lambda function of the platform. Its code is in `functions/<folder>/handler.ts`, which exports `handler`. */
export interface FunctionDeclaration {
  readonly description: string;
  /** `route` answers requests; `authorizer` decides whether they get there; `trigger` has a say in sign-ins. */
  readonly role: "route" | "authorizer" | "trigger";
  /** Where its code is, below `functions`. Default: its key. */
  readonly folder?: string;
  /** For the role `trigger`: when it is called. At most one function each. */
  readonly trigger?: Trigger;
  /** For the role `trigger`: what it may do with the user pool that calls it, such as `cognito-idp:ListUsers`. */
  readonly userPoolActions?: readonly string[];
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
