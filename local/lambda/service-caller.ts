import type { Readable } from "node:stream";
import { functionName } from "./function";
import { mayInvoke, type Permission } from "./permission";
import type { Invocation, LambdaOptions, LambdaRuntime } from "./runtime";

/** An AWS service that calls functions on behalf of its resources. */
export interface Service {
  /** As people call it. */
  readonly name: string;
  /** As permissions name it, such as `apigateway.amazonaws.com`. */
  readonly principal: string;
}

/** `forbidden`: the function does not exist, or no permission lets the service call it. */
export type CallResult = Invocation | { readonly kind: "forbidden"; readonly reason: string };

/**
 * Calls a function as a service does, on behalf of `sourceArn`.
 * @param timeoutMs - How long the service waits.
 */
export type ServiceCall = (
  reference: {
    readonly arn: string;
    /** Whether the service calls with a role, so that the function's permissions have no say. Default: false. */
    readonly assumesRole?: boolean;
  },
  event: unknown,
  options: { readonly sourceArn: string; readonly timeoutMs: number },
) => Promise<CallResult>;

/** The same, for an answer that is taken while it is made. */
export type StreamCall = (
  ...call: Parameters<ServiceCall>
) => Promise<CallResult | { readonly kind: "streaming"; readonly content: Readable }>;

type Parts = readonly [
  service: Service,
  lambda: LambdaRuntime,
  permissions: readonly Permission[],
  onLog: LambdaOptions["onLog"],
];

/** Calls functions as a service does: only those that exist, and only where a permission or a role allows it. */
export const serviceCaller =
  (...parts: Parts): ServiceCall =>
  async (reference, event, options) =>
    forbidden(parts, reference, options.sourceArn) ??
    parts[1].invoke(functionName(reference.arn), event, options.timeoutMs);

export const serviceStreamer =
  (...parts: Parts): StreamCall =>
  async (reference, event, options) =>
    forbidden(parts, reference, options.sourceArn) ??
    parts[1].stream(functionName(reference.arn), event, options.timeoutMs);

function forbidden(
  [service, lambda, permissions, onLog]: Parts,
  { arn, assumesRole = false }: Parameters<ServiceCall>[0],
  sourceArn: string,
): CallResult | undefined {
  const name = functionName(arn);
  const reason = (() => {
    if (lambda.functions.get(name)?.arn !== arn.split(":").slice(0, 7).join(":"))
      return `${service.name} cannot call ${arn}: the stack has no such function.`;
    return assumesRole || mayInvoke(permissions, service.principal, name, sourceArn)
      ? undefined
      : `${service.name} may not call ${name} for ${sourceArn}: no Permission with principal ${service.principal} covers that source ARN.`;
  })();
  if (reason === undefined) return undefined;
  // AWS says this in no log of the function; here it is the line that saves an afternoon.
  onLog?.({ functionName: name, line: reason });
  return { kind: "forbidden", reason };
}
