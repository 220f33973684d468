import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { HttpApi } from "../../infra/apis/http-api";
import { RestApi } from "../../infra/apis/rest-api";
import { planAuthorizers } from "../../infra/authorizers/plan-authorizers";
import { catalogue } from "../../infra/catalogue";
import { Functions } from "../../infra/compute/functions";
import { Logs } from "../../infra/compute/logs";
import { Queues } from "../../infra/compute/queues";
import { Triggers } from "../../infra/compute/triggers";
import type { Settings } from "../../infra/config/schema";
import { Observability } from "../../infra/observability/observability";
import { settingsOf } from "../support/settings";
import { type Declared, declare, find } from "./mocks";

const dev = settingsOf("dev");
const prod = settingsOf("prod");
const bundles = Object.fromEntries(Object.keys(catalogue.functions).map((name) => [name, "functions"]));

interface Made {
  readonly all: readonly Declared[];
  readonly topic?: string;
  readonly dashboard?: string;
}

/** All that `infra/index.ts` makes of what is watched, but for the network. */
async function observe(settings: Settings): Promise<Made> {
  const outputs: { topic?: string; dashboard?: string } = {};
  const all = await declare(() => {
    const logs = new Logs("logs", { settings });
    const triggers = new Triggers("triggers", { catalogue, settings, logs, bundles });
    const userPool = new aws.cognito.UserPool("users-pool");
    const clientIds = Object.fromEntries(Object.keys(catalogue.clients).map((name) => [name, `${name}-id`]));
    const issuer = { userPoolId: userPool.id, clientIds };
    const functions = new Functions("functions", { catalogue, settings, logs, bundles, issuer });
    const queues = new Queues("queues", { catalogue });
    const authorizers = {
      plans: planAuthorizers(catalogue.authorizers, settings.authorizers),
      userPoolArn: userPool.arn,
      issuer: "https://issuer.example",
      clientIds,
      functions: functions.byName,
    };
    const targets = { functions: functions.byName, queues: queues.byName, upstreams: settings.upstreams };
    const rest = new RestApi("rest", { catalogue, settings, logs, authorizers, targets });
    const http = new HttpApi("http", { catalogue, settings, logs, authorizers, targets });
    const args = { catalogue, settings, functions, triggers, userPool, queues, rest, http };
    const made = new Observability("observability", args);
    made.alarmTopicArn?.apply((arn) => (outputs.topic = arn));
    made.dashboardUrl?.apply((url) => (outputs.dashboard = url));
  });
  return { all, ...outputs };
}

const ofType = (all: readonly Declared[], type: string) => all.filter((one) => one.type === type);

describe("the observability of an environment with all of it", () => {
  let made: Made;
  before(async () => {
    made = await observe({
      ...prod,
      upstreams: dev.upstreams,
      api: { ...prod.api, canary: { percent: 10 }, ownsLoggingRole: true },
      userPool: { ...prod.userPool, firewall: { requestsPerAddress: 300 } },
    });
  });
  const named = (name: string) => find(made.all, name).inputs;

  it("counts in each API's own access log", () => {
    for (const api of ["rest", "http"])
      for (const role of ["refusals", "authorizer-failures"])
        assert.equal(named(`${api}-${role}-filter`).logGroupName, `${api}-access-log_name`);
  });

  it("alarms on what the filters count", () => {
    const counted = ofType(made.all, "aws:cloudwatch/logMetricFilter:LogMetricFilter").map(({ inputs }) => {
      const { namespace, name } = inputs.metricTransformation as { namespace: string; name: string };
      return `${namespace} ${name}`;
    });
    for (const alarm of ["rest-refusals", "http-refusals", "rest-authorizer-failures", "http-authorizer-failures"]) {
      const { namespace, metricName } = named(`${alarm}-alarm`);
      assert.ok(counted.includes(`${namespace} ${metricName}`), `${alarm} looks at ${namespace} ${metricName}`);
    }
  });

  it("has every alarm tell the topic", () => {
    assert.equal(made.topic, "observability-alarms-topic_arn");
    const alarms = ofType(made.all, "aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.ok(alarms.length > 20);
    for (const { name, inputs } of alarms) assert.deepEqual(inputs.alarmActions, [made.topic], name);
  });

  it("watches each function of the catalogue, and each queue with the one behind it", () => {
    const watched = (property: string) =>
      new Set(
        ofType(made.all, "aws:cloudwatch/metricAlarm:MetricAlarm").flatMap(
          ({ inputs }) => (inputs.dimensions as Record<string, string> | undefined)?.[property] ?? [],
        ),
      );
    assert.deepEqual(
      watched("FunctionName"),
      new Set(Object.keys(catalogue.functions).map((name) => `${name}-function_name`)),
    );
    assert.deepEqual(
      watched("QueueName"),
      new Set(Object.keys(catalogue.queues).flatMap((name) => [`${name}-queue_name`, `${name}-dead-letters_name`])),
    );
  });

  it("asks each API by the name that its metrics go by", () => {
    const partOf = (alarm: string) => {
      const queries = named(alarm).metricQueries as { id: string; metric?: { dimensions: object } }[];
      return queries.find(({ id }) => id === "part")?.metric?.dimensions;
    };
    assert.deepEqual(partOf("rest-server-errors-alarm"), {
      ApiName: "rest-api_name",
      Stage: "v1",
    });
    assert.deepEqual(partOf("http-server-errors-alarm"), { ApiId: "http-api_id", Stage: "$default" });
  });

  it("encrypts the topic with a key that CloudWatch may use, and lets alarms of this account alone publish", () => {
    assert.equal(named("observability-alarms-topic").kmsMasterKeyId, "observability-alarms-key_arn");
    const key = JSON.parse(named("observability-alarms-key").policy as string);
    assert.ok(JSON.stringify(key.Statement).includes('"cloudwatch.amazonaws.com"'));
    const { Statement } = JSON.parse(named("observability-alarms-topic-policy").policy as string);
    assert.deepEqual(
      Statement.filter(({ Effect }: { Effect: string }) => Effect === "Allow"),
      [
        {
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Action: "sns:Publish",
          Resource: "observability-alarms-topic_arn",
          Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
        },
      ],
    );
  });

  it("tells each address", () =>
    assert.deepEqual(
      ofType(made.all, "aws:sns/topicSubscription:TopicSubscription").map(({ inputs }) => inputs),
      [{ topic: "observability-alarms-topic_arn", protocol: "email", endpoint: "on-call@example.com" }],
    ));

  it("draws both firewalls by the names of their metrics", () => {
    const body = named("observability-dashboard").dashboardBody as string;
    for (const webAcl of ["user-pool", "rest-api"]) assert.ok(body.includes(`"WebACL","${webAcl}"`), webAcl);
    assert.match(made.dashboard!, /^https:\/\/eu-west-1\.console\.aws\.amazon\.com\/cloudwatch\/.+#dashboards/);
  });

  it("keeps a trail of every region that nobody can change unseen, under a key of its own", () => {
    const { kmsKeyId, isMultiRegionTrail, includeGlobalServiceEvents, enableLogFileValidation, name } =
      named("observability-audit-trail");
    assert.deepEqual(
      { kmsKeyId, isMultiRegionTrail, includeGlobalServiceEvents, enableLogFileValidation },
      {
        kmsKeyId: "observability-audit-key_arn",
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogFileValidation: true,
      },
    );
    assert.ok((named("observability-audit-key").policy as string).includes(`:trail/${name}"`));
  });

  it("writes the access log of each API to its own group", () => {
    for (const api of ["rest", "http"]) {
      const { destinationArn } = named(`${api}-stage`).accessLogSettings as { destinationArn: string };
      assert.equal(destinationArn, `${api}-access-log_arn`);
    }
  });

  it("writes errors of the REST API's execution, and counts by route on both", () => {
    const { settings } = named("rest-throttling") as { settings: Record<string, unknown> };
    const { loggingLevel, dataTraceEnabled, metricsEnabled } = settings;
    assert.deepEqual([loggingLevel, dataTraceEnabled, metricsEnabled], ["ERROR", false, true]);
    const { detailedMetricsEnabled } = named("http-stage").defaultRouteSettings as Record<string, unknown>;
    assert.equal(detailedMetricsEnabled, true);
  });

  it("has log groups before API Gateway makes them itself, and the account's role before both", () => {
    const before = (name: string) => find(made.all, name).after;
    assert.ok(before("rest-stage").includes("rest-access-canary-log"));
    for (const group of ["rest-execution-log", "rest-execution-canary-log"])
      assert.ok(before("rest-throttling").includes(group), group);
    assert.ok(before("rest-stage").includes("rest-logging-account"));
  });

  it("traces through the REST API's stage", () => assert.equal(named("rest-stage").xrayTracingEnabled, true));

  it("lets functions send traces", () => {
    assert.deepEqual(named("orders-function").tracingConfig, { mode: "Active" });
    assert.match(named("orders-policy").policy as string, /xray:PutTraceSegments/);
  });
});

describe("the observability of an environment with none of it", () => {
  const nothing = { executionLogs: "off", tracing: false, dashboard: false, auditTrail: false } as const;
  let made: Made;
  before(async () => {
    made = await observe({ ...dev, observability: nothing });
  });

  it("has no alarm, count, topic, dashboard, trail or key", () => {
    const found = made.all.filter(({ type }) =>
      /cloudwatch\/(metricAlarm|logMetricFilter|dashboard)|sns|cloudtrail|kms/.test(type),
    );
    assert.deepEqual([found.map(({ name }) => name), made.topic, made.dashboard], [[], undefined, undefined]);
  });

  it("writes no execution log, traces nothing, and still writes access logs", () => {
    const { settings } = find(made.all, "rest-throttling").inputs as { settings: Record<string, unknown> };
    assert.deepEqual([settings.loggingLevel, find(made.all, "rest-stage").inputs.xrayTracingEnabled], ["OFF", false]);
    assert.deepEqual(
      ofType(made.all, "aws:cloudwatch/logGroup:LogGroup").filter(({ name }) => /^(rest|http)-/.test(name)).length,
      2,
    );
  });

  it("lets functions pass on traces of others, and send none", () => {
    assert.deepEqual(find(made.all, "orders-function").inputs.tracingConfig, { mode: "PassThrough" });
    assert.doesNotMatch(find(made.all, "orders-policy").inputs.policy as string, /xray/);
  });
});
