import type { PropertyMap } from "../../engine/model";
import { map, text } from "./properties";

/** Which functions a pool asks, by ARN. Those that it does not name are not asked. */
export interface TriggerArns {
  readonly preSignUp?: string;
  readonly postAuthentication?: string;
  readonly preTokenGeneration?: { readonly arn: string; readonly version: TokenEventVersion };
}

/** Of the event. 1: ID tokens alone; 2: access tokens of people too; 3: those of machines too. */
export type TokenEventVersion = 1 | 2 | 3;

const versions: Readonly<Record<string, TokenEventVersion>> = { V1_0: 1, V2_0: 2, V3_0: 3 };

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html */
export function readTriggers(pool: PropertyMap): TriggerArns {
  const config = map(pool, "lambdaConfig");
  const preSignUp = text(config, "preSignUp");
  const postAuthentication = text(config, "postAuthentication");
  const generation = map(config, "preTokenGenerationConfig");
  const arn = text(generation, "lambdaArn") ?? text(config, "preTokenGeneration");
  return {
    ...(preSignUp && { preSignUp }),
    ...(postAuthentication && { postAuthentication }),
    ...(arn && { preTokenGeneration: { arn, version: versions[text(generation, "lambdaVersion") ?? ""] ?? 1 } }),
  };
}
