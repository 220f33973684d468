import type { LambdaFunction } from "./function";

/**
 * The environment of a function: what it declares, what Lambda adds, and nothing of the environment of this process.
 * Credentials are placeholders: nothing on this machine checks them, and AWS would refuse them.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 * @param taskRoot - Folder that holds the function's code.
 * @param added - Wins over Lambda's, not over the function's own.
 */
export function functionEnvironment(
  fn: LambdaFunction,
  taskRoot: string,
  added: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const region = fn.arn.split(":")[3] ?? "";
  return {
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_SESSION_TOKEN: "local",
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${fn.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memory),
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${fn.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: "local",
    // Files that do not exist, so that the AWS SDK never reads the profiles of whoever runs this.
    AWS_CONFIG_FILE: `${taskRoot}/.no-aws-config`,
    AWS_SHARED_CREDENTIALS_FILE: `${taskRoot}/.no-aws-credentials`,
    LAMBDA_TASK_ROOT: taskRoot,
    _HANDLER: fn.handler,
    LANG: "en_US.UTF-8",
    TZ: "UTC",
    ...added,
    ...fn.environment,
  };
}
