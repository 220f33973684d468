import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { HttpApi } from "../apis/http-api";
import type { RestApi } from "../apis/rest-api";
import type { Catalogue } from "../catalogue";
import type { ApiKind } from "../catalogue/define/route";
import type { Functions } from "../compute/functions";
import type { Queues } from "../compute/queues";
import type { Triggers } from "../compute/triggers";
import type { Settings } from "../config/schema";
import { planRestFirewall } from "../edge/plan-rest-firewall";
import { planFirewall } from "../identity/plan-firewall";
import { alarmArgs } from "./alarm";
import { AlarmTopic } from "./alarm-topic";
import { AuditTrail } from "./audit-trail";
import { planAlarms, type Watched } from "./plan-alarms";
import { planDashboard } from "./plan-dashboard";
import { planLogMetrics } from "./plan-log-metrics";

export interface ObservabilityArgs {
  readonly catalogue: Pick<Catalogue, "functions">;
  readonly settings: Settings;
  readonly rest: Pick<RestApi, "restApi" | "stage" | "accessLog">;
  readonly http: Pick<HttpApi, "api" | "stage" | "accessLog">;
  readonly functions: Pick<Functions, "byName">;
  readonly triggers: Pick<Triggers, "byTrigger">;
  readonly userPool: aws.cognito.UserPool;
  readonly queues: Pick<Queues, "byName" | "deadLetters">;
}

/** What tells how the platform is: counts of its access logs, alarms, a dashboard and an audit trail, where configured. */
export class Observability extends pulumi.ComponentResource {
  /** Absent where nobody is alarmed. */
  readonly alarmTopicArn?: pulumi.Output<string>;
  /** Absent where there is no dashboard. */
  readonly dashboardUrl?: pulumi.Output<string>;

  constructor(name: string, args: ObservabilityArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:observability:Observability", name, {}, options);
    const { alarms, dashboard, auditTrail } = args.settings.observability;
    const watched = watchedOf(args);
    if (alarms || dashboard) {
      this.countLines("rest", watched.namespace, args.rest.accessLog);
      this.countLines("http", watched.namespace, args.http.accessLog);
    }
    if (alarms) this.alarmTopicArn = this.raiseAlarms(name, watched, alarms);
    if (dashboard) this.dashboardUrl = this.draw(name, watched);
    if (auditTrail) new AuditTrail(`${name}-audit`, { parent: this });
    this.registerOutputs({});
  }

  private countLines(api: ApiKind, namespace: string, accessLog: aws.cloudwatch.LogGroup) {
    for (const { role, pattern, metric } of planLogMetrics(namespace, api))
      new aws.cloudwatch.LogMetricFilter(
        `${role}-filter`,
        {
          logGroupName: accessLog.name,
          pattern,
          metricTransformation: { namespace: metric.namespace, name: metric.name, value: "1", defaultValue: "0" },
        },
        { parent: this },
      );
  }

  private raiseAlarms(name: string, watched: Watched, alarms: NonNullable<Settings["observability"]["alarms"]>) {
    const inside = { parent: this };
    const { arn } = new AlarmTopic(`${name}-alarms`, { emails: alarms.emails }, inside);
    for (const plan of planAlarms(watched, alarms))
      new aws.cloudwatch.MetricAlarm(`${plan.role}-alarm`, alarmArgs(plan, arn), inside);
    return arn;
  }

  private draw(name: string, watched: Watched) {
    const { region } = aws.getRegionOutput({}, { parent: this });
    const dashboardName = `${pulumi.getProject()}-${pulumi.getStack()}`;
    new aws.cloudwatch.Dashboard(
      `${name}-dashboard`,
      { dashboardName, dashboardBody: pulumi.jsonStringify(planDashboard(watched, region)) },
      { parent: this },
    );
    return pulumi.interpolate`https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#dashboards/dashboard/${dashboardName}`;
  }
}

const watchedOf = (args: ObservabilityArgs): Watched => ({
  namespace: `${pulumi.getProject()}/${pulumi.getStack()}`,
  rest: { apiName: args.rest.restApi.name, stage: args.rest.stage.stageName },
  http: { apiId: args.http.api.id, stage: args.http.stage.name },
  functions: Object.fromEntries([
    ...Object.entries(args.functions.byName).map(([key, lambda]) => [
      key,
      { name: lambda.name, decides: isAuthorizer(key, args.catalogue) },
    ]),
    ...Object.values(args.triggers.byTrigger).map(({ key, function: { name } }) => [key, { name, decides: false }]),
  ]),
  userPoolId: args.userPool.id,
  queues: Object.fromEntries(
    Object.entries(args.queues.byName).map(([key, { name }]) => [
      key,
      { name, deadLetters: args.queues.deadLetters[key as keyof typeof args.queues.deadLetters].name },
    ]),
  ),
  firewalls: firewallsOf(args.settings),
});

const isAuthorizer = (key: string, { functions }: ObservabilityArgs["catalogue"]) =>
  functions[key as keyof typeof functions]?.role === "authorizer";

function firewallsOf(settings: Settings): Watched["firewalls"] {
  const plans = { "user pool": planFirewall(settings), "REST API": planRestFirewall(settings) };
  return Object.fromEntries(
    Object.entries(plans).flatMap(([what, plan]) => (plan ? [[what, plan.visibilityConfig.metricName]] : [])),
  );
}
