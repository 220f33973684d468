import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accessLog, canaryLog } from "../../infra/apis/access-log";
import { executionLogging, executionLogs } from "../../infra/apis/execution-logs";
import { Logs } from "../../infra/compute/logs";
import type { Settings } from "../../infra/config/schema";
import { build, full } from "./environments";
import { type Declared, declare, find } from "./mocks";

const ofType = (all: readonly Declared[], type: string) => all.filter((one) => one.type === type);

describe("log groups", () => {
  const encrypted = { ...full, logs: { retentionDays: 30, encrypted: true } };
  const groupsOf = async (settings: Settings) => ofType(await build(settings), "aws:cloudwatch/logGroup:LogGroup");

  it("are all forgotten in time", async () => {
    for (const { name, inputs } of await groupsOf(encrypted)) assert.equal(inputs.retentionInDays, 30, name);
  });

  it("are encrypted with the stack's key, but for those of Cognito, which takes none that are", async () => {
    const groups = await groupsOf(encrypted);
    assert.deepEqual(
      groups.filter(({ inputs }) => inputs.kmsKeyId !== "logs-key_arn").map(({ name }) => name),
      ["users-auth-events-log", "users-delivery-errors-log"],
    );
    assert.ok(groups.length > 2);
  });

  it("need no key where none is asked for", async () => {
    const all = await build({ ...full, logs: { retentionDays: 30, encrypted: false } });
    assert.deepEqual(ofType(all, "aws:kms/key:Key"), []);
    for (const { name, inputs } of ofType(all, "aws:cloudwatch/logGroup:LogGroup"))
      assert.equal(inputs.kmsKeyId, undefined, name);
  });

  it("are those of a stage's execution too, under the name that API Gateway gives them, and before it does", async () => {
    const waited: unknown[] = [];
    const canary = { percent: 10 };
    const all = await declare(() => {
      const logs = new Logs("logs", { settings: encrypted });
      const stage = new aws.apigateway.Stage("stage", { restApi: "a1b2c3", deployment: "d", stageName: "v1" });
      waited.push(
        ...executionLogs("rest", stage, { observability: { executionLogs: "error" }, api: { canary } }, logs, {}),
      );
      assert.deepEqual(
        executionLogs("none", stage, { observability: { executionLogs: "off" }, api: { canary } }, logs, {}),
        [],
      );
    });
    const { name, retentionInDays, kmsKeyId } = find(all, "rest-execution-log").inputs;
    assert.deepEqual([name, retentionInDays, kmsKeyId], ["API-Gateway-Execution-Logs_a1b2c3/v1", 30, "logs-key_arn"]);
    assert.equal(find(all, "rest-execution-canary-log").inputs.name, "API-Gateway-Execution-Logs_a1b2c3/v1/Canary");
    assert.ok(waited.every((one) => pulumi.Resource.isInstance(one)) && waited.length === 2);
  });

  it("are those of a canary too, which API Gateway writes beside", async () => {
    const all = await declare(() => {
      const logs = new Logs("logs", { settings: encrypted });
      const { group } = accessLog("rest", "rest", logs, {});
      assert.deepEqual(canaryLog("none", group, {}, logs, {}), []);
      canaryLog("rest-access", group, { canary: { percent: 10 } }, logs, {});
    });
    const { name, retentionInDays, kmsKeyId } = find(all, "rest-access-canary-log").inputs;
    assert.deepEqual([name, retentionInDays, kmsKeyId], ["rest-access-log_name/Canary", 30, "logs-key_arn"]);
  });

  it("hold errors of execution, and never data of requests", () => {
    assert.deepEqual(executionLogging({ executionLogs: "error" }), { loggingLevel: "ERROR", dataTraceEnabled: false });
    assert.deepEqual(executionLogging({ executionLogs: "off" }), { loggingLevel: "OFF", dataTraceEnabled: false });
  });
});
