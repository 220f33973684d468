import assert from "node:assert/strict";
import { askTrigger } from "../../../../../local/identity/triggers/ask";
import type { TriggerEvent } from "../../../../../local/identity/triggers/event";
import { TriggerFault } from "../../../../../local/identity/triggers/trigger-fault";
import type { CallResult } from "../../../../../local/lambda/service-caller";

describe("asking the function of a trigger", () => {
  const trigger = { name: "PreSignUp", arn: "arn:fn", sourceArn: "arn:pool" } as const;
  const failed = (errorMessage: string): CallResult => ({ kind: "failed", errorType: "Error", errorMessage });
  const ask = (...results: readonly CallResult[]) => {
    const calls: unknown[] = [];
    const answer = askTrigger(
      async ({ arn }, _, { sourceArn, timeoutMs }) => {
        calls.push([arn, sourceArn, timeoutMs]);
        return results[calls.length - 1]!;
      },
      trigger,
      {} as TriggerEvent,
    );
    return { answer, calls };
  };

  it("gives the response of the event that it returns, having called as the pool", async () => {
    const { answer, calls } = ask({ kind: "returned", payload: { response: { autoConfirmUser: true } } });
    assert.deepEqual(await answer, { autoConfirmUser: true });
    assert.deepEqual(calls, [["arn:fn", "arn:pool", 5000]]);
  });

  it("asks again when it does not answer, three times in all", async () => {
    const late: CallResult = { kind: "timedOut" };
    const third = ask(late, late, { kind: "returned", payload: { response: {} } });
    assert.deepEqual(await third.answer, {});
    const never = ask(late, late, late);
    await assert.rejects(never.answer, /Socket timeout while invoking Lambda function/);
    assert.equal(never.calls.length, 3);
  });

  for (const { why, result, message } of [
    { why: "an error is passed on", result: failed("not you"), message: "PreSignUp failed with error not you." },
    {
      why: "its full stop is not doubled",
      result: failed("Not you."),
      message: "PreSignUp failed with error Not you.",
    },
    {
      why: "no permission is said as AWS says it",
      result: { kind: "forbidden", reason: "secret ARN" },
      message: "PreSignUp invocation failed due to error AccessDeniedException.",
    },
    {
      why: "nothing is no event",
      result: { kind: "returned", payload: null },
      message: "Unrecognizable lambda output",
    },
    {
      why: "an event without a response is none",
      result: { kind: "returned", payload: { response: "yes" } },
      message: "Unrecognizable lambda output",
    },
  ] as { why: string; result: CallResult; message: string }[])
    it(why, () => assert.rejects(ask(result).answer, new TriggerFault(message)));
});
