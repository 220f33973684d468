import type { CallResult, ServiceCall } from "../../lambda/service-caller";
import type { TriggerEvent } from "./event";
import { TriggerFault, type TriggerName } from "./trigger-fault";

/** Cognito waits five seconds, and asks three times in all. */
const limitMs = 5_000;
const attempts = 3;

/**
 * Asks the function of a trigger, and gives the `response` of the event that it returns.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 * @throws TriggerFault when the function throws, does not answer, may not be called, or returns no event.
 */
export async function askTrigger(
  invoke: ServiceCall | undefined,
  { name, arn, sourceArn }: { readonly name: TriggerName; readonly arn: string; readonly sourceArn: string },
  event: TriggerEvent,
): Promise<Readonly<Record<string, unknown>>> {
  const result = invoke ? await call(invoke, arn, sourceArn, event) : absent;
  switch (result.kind) {
    case "returned": {
      const response = (result.payload as { readonly response?: unknown } | null)?.response;
      if (typeof response === "object" && response !== null) return response as Readonly<Record<string, unknown>>;
      throw new TriggerFault("Unrecognizable lambda output");
    }
    case "failed":
      throw new TriggerFault(`${name} failed with error ${result.errorMessage.replace(/\.$/, "")}.`);
    case "timedOut":
      throw new TriggerFault(`${name} invocation failed due to error Socket timeout while invoking Lambda function.`);
    case "forbidden":
      throw new TriggerFault(`${name} invocation failed due to error AccessDeniedException.`);
  }
}

const absent: CallResult = { kind: "failed", errorType: "Absent", errorMessage: "no functions are served here" };

async function call(invoke: ServiceCall, arn: string, sourceArn: string, event: TriggerEvent): Promise<CallResult> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await invoke({ arn }, event, { sourceArn, timeoutMs: limitMs });
    if (result.kind !== "timedOut" || attempt === attempts) return result;
  }
}
