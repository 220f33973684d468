import { functionName } from "../lambda/function";
import { mayInvoke, type Permission } from "../lambda/permission";
import type { LambdaRuntime } from "../lambda/runtime";
import type { Call } from "./authorization";
import type { GatewayOptions } from "./contract";

/** Calls functions as API Gateway does: only those that exist, and only where a permission or a role allows it. */
export function functionCaller(
  lambda: LambdaRuntime,
  permissions: readonly Permission[],
  onLog: GatewayOptions["onLog"],
): Call {
  return async ({ arn, assumesRole }, event, { sourceArn, timeoutMs }) => {
    const name = functionName(arn);
    const reason = obstacle(lambda, permissions, { name, arn, assumesRole, sourceArn });
    if (reason === undefined) return lambda.invoke(name, event, timeoutMs);
    // AWS says this in the execution log only; here it is the line that saves an afternoon.
    onLog?.({ functionName: name, line: reason });
    return { kind: "forbidden", reason };
  };
}

function obstacle(
  lambda: LambdaRuntime,
  permissions: readonly Permission[],
  { name, arn, assumesRole, sourceArn }: { name: string; arn: string; assumesRole: boolean; sourceArn: string },
): string | undefined {
  if (lambda.functions.get(name)?.arn !== arn.split(":").slice(0, 7).join(":")) {
    return `API Gateway cannot call ${arn}: the stack has no such function.`;
  }
  return assumesRole || mayInvoke(permissions, name, sourceArn)
    ? undefined
    : `API Gateway may not call ${name} for ${sourceArn}: no Permission with principal apigateway.amazonaws.com covers that source ARN.`;
}
