import type { PropertyValue, ResourceState } from "../engine/model";
import { declared } from "../gateway/resource";

/** A Lambda function as it was declared. */
export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  /** Such as `index.handler`. */
  readonly handler: string;
  /** Such as `nodejs24.x`. */
  readonly runtime: string;
  /** Seconds. Default: 3. */
  readonly timeout: number;
  /** Megabytes. Default: 128. */
  readonly memory: number;
  readonly environment: Readonly<Record<string, string>>;
  /** A Pulumi archive. */
  readonly code: PropertyValue | undefined;
}

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
export function readFunctions(resources: readonly ResourceState[]): readonly LambdaFunction[] {
  return declared(resources, "aws:lambda/function:Function").map(({ name, properties }) => ({
    name: properties.string("name") ?? name,
    arn: properties.string("arn") ?? "",
    handler: properties.string("handler") ?? "",
    runtime: properties.string("runtime") ?? "",
    timeout: properties.number("timeout") ?? 3,
    memory: properties.number("memorySize") ?? 128,
    environment: properties.nested("environment")?.record("variables") ?? {},
    code: properties.raw("code"),
  }));
}

/** Why a function cannot run here, or undefined when it can. */
export function obstacle({ runtime, handler }: LambdaFunction): string | undefined {
  if (!/^nodejs\d+\.x$/.test(runtime)) {
    return `its runtime is "${runtime}"; expected nodejs<version>.x, the only kind that runs locally`;
  }
  return handler === "" ? "it has no handler; expected one such as index.handler" : undefined;
}

/** The name in a function's ARN, with or without version or alias; a plain name stays as it is. */
export const functionName = (nameOrArn: string): string => /:function:([^:/]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;
