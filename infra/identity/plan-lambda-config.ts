import type { AppClient } from "../catalogue/define/client";
import type { Trigger } from "../catalogue/define/function";

/**
 * Which function the user pool calls when. Version 3 of the event reaches machine clients too; version 2, the first that can change
 * access tokens, does not.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export function planLambdaConfig<Arn>(
  { preTokenGeneration, ...others }: Readonly<Partial<Record<Trigger, Arn>>>,
  clients: Readonly<Record<string, AppClient<string>>>,
) {
  const hasMachines = Object.values(clients).some(({ kind }) => kind === "machine");
  return {
    ...others,
    ...(preTokenGeneration !== undefined && {
      preTokenGenerationConfig: { lambdaArn: preTokenGeneration, lambdaVersion: hasMachines ? "V3_0" : "V2_0" },
    }),
  };
}
