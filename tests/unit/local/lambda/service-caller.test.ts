import assert from "node:assert/strict";
import type { LambdaFunction } from "../../../../local/lambda/function";
import type { LambdaRuntime } from "../../../../local/lambda/runtime";
import { serviceCaller } from "../../../../local/lambda/service-caller";

describe("a service that calls a function", () => {
  const service = { name: "Amazon Cognito", principal: "cognito-idp.amazonaws.com" };
  const arn = "arn:aws:lambda:eu-west-1:123456789012:function:echo";
  const sourceArn = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_A";
  const permission = { functionName: "echo", action: "lambda:InvokeFunction", sourceArn };
  const lambda = {
    functions: new Map([["echo", { arn } as LambdaFunction]]),
    invoke: async (_: string, event: unknown) => ({ kind: "returned", payload: event }),
  } as unknown as LambdaRuntime;

  for (const { why, reference = { arn }, principal = service.principal, refused } of [
    { why: "does, with a permission of its own" },
    { why: "does, by the ARN of a version", reference: { arn: `${arn}:3` } },
    {
      why: "does not with that of another service",
      principal: "apigateway.amazonaws.com",
      refused: /may not call echo for/,
    },
    { why: "does with a role, whatever the permissions", reference: { arn, assumesRole: true }, principal: "none" },
    {
      why: "does not call what is not there",
      reference: { arn: `${arn}s` },
      refused: /^Amazon Cognito cannot call .*no such function/,
    },
  ] as {
    why: string;
    reference?: { arn: string; assumesRole?: boolean };
    principal?: string;
    refused?: RegExp;
  }[])
    it(why, async () => {
      const lines: string[] = [];
      const call = serviceCaller(service, lambda, [{ ...permission, principal }], ({ line }) => lines.push(line));
      const result = await call(reference, { n: 1 }, { sourceArn, timeoutMs: 1000 });
      if (!refused) return assert.deepEqual(result, { kind: "returned", payload: { n: 1 } });
      assert.equal(result.kind, "forbidden");
      assert.match(lines[0]!, refused);
    });
});
