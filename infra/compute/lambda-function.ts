import * as path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { FunctionDeclaration } from "../catalogue/define/function";
import type { Settings } from "../config/schema";
import type { Logs } from "./logs";
import { type FunctionPlan, planFunction } from "./plan-function";

export interface LambdaFunctionArgs {
  readonly declaration: FunctionDeclaration;
  readonly settings: Settings;
  readonly logs: Logs;
  /** Folder of the bundle, relative to the project. */
  readonly bundle: string;
  readonly environment?: Readonly<Record<string, pulumi.Input<string>>>;
  /** What the function may do beside writing its own log. */
  readonly statements?: pulumi.Input<Statement[]>;
}

/** One statement of an IAM policy document. */
export interface Statement {
  readonly Effect: "Allow";
  readonly Action: string[];
  readonly Resource: string;
}

/** A Lambda function with a role of its own, which may do nothing but what is listed, and a log that is not kept forever. */
export class LambdaFunction extends pulumi.ComponentResource {
  readonly function: aws.lambda.Function;
  readonly role: aws.iam.Role;

  constructor(name: string, args: LambdaFunctionArgs, options: pulumi.ComponentResourceOptions) {
    super("gatehouse:compute:LambdaFunction", name, {}, options);
    const inside = { parent: this };
    const plan = planFunction(args.declaration, args.settings);

    const log = args.logs.group(name, {}, inside);
    this.role = new aws.iam.Role(`${name}-role`, { assumeRolePolicy: plan.assumeRolePolicy }, inside);
    new aws.iam.RolePolicy(
      `${name}-policy`,
      { role: this.role.id, policy: policyDocument(log.arn, args.settings.observability.tracing, args.statements) },
      inside,
    );
    this.function = new aws.lambda.Function(
      `${name}-function`,
      {
        ...plan.function,
        code: archive(args.bundle, plan),
        role: this.role.arn,
        environment: { variables: { ...plan.environment, ...args.environment } },
        loggingConfig: { logFormat: "JSON", logGroup: log.name },
        tracingConfig: plan.tracing,
      },
      inside,
    );
    this.registerOutputs({ functionArn: this.function.arn });
  }
}

const archive = (bundle: string, { files }: FunctionPlan) =>
  new pulumi.asset.AssetArchive(
    Object.fromEntries(files.map((file) => [file, new pulumi.asset.FileAsset(path.join(bundle, file))])),
  );

const policyDocument = (logArn: pulumi.Input<string>, tracing: boolean, statements: pulumi.Input<Statement[]> = []) =>
  pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: pulumi
      .all([logArn, statements])
      .apply(([arn, others]) => [
        { Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: `${arn}:*` },
        ...(tracing ? [sendTraces] : []),
        ...others,
      ]),
  });

/**
 * What a function that is traced does itself. X-Ray has no resources to name here.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
 */
const sendTraces: Statement = {
  Effect: "Allow",
  Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
  Resource: "*",
};
