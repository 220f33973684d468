import type {
  PostAuthenticationTriggerEvent,
  PreSignUpTriggerEvent,
  PreTokenGenerationV2TriggerEvent,
  PreTokenGenerationV3TriggerEvent,
} from "aws-lambda";

const common = {
  version: "1",
  region: "eu-west-1",
  userPoolId: "eu-west-1_Example01",
  callerContext: { awsSdkVersion: "aws-sdk-unknown-unknown", clientId: "1example23456789" },
};

/** What comes before a sign-up. @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html */
export const preSignUp = (
  triggerSource: PreSignUpTriggerEvent["triggerSource"],
  userName: string,
  userAttributes: Record<string, string>,
): PreSignUpTriggerEvent =>
  ({
    ...common,
    triggerSource,
    userName,
    request: { userAttributes, validationData: {} },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  }) as PreSignUpTriggerEvent;

type PersonEvent = PreTokenGenerationV2TriggerEvent;

/** What comes before a person's tokens. @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html */
export const preTokens = (
  triggerSource: PersonEvent["triggerSource"],
  request: Partial<PersonEvent["request"]> = {},
): PersonEvent =>
  ({
    ...common,
    version: "2",
    triggerSource,
    userName: "ada",
    request: {
      groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [] },
      scopes: ["openid", "orders/read"],
      ...request,
      userAttributes: { sub: "u-1", "cognito:user_status": "CONFIRMED", ...request.userAttributes },
    },
    response: { claimsAndScopeOverrideDetails: null },
  }) as unknown as PersonEvent;

/** What comes before a machine's token: no user. */
export const preMachineToken = (clientMetadata?: Record<string, string>): PreTokenGenerationV3TriggerEvent =>
  ({
    ...common,
    version: "3",
    triggerSource: "TokenGeneration_ClientCredentials",
    userName: "1example23456789",
    request: { userAttributes: {}, groupConfiguration: {}, scopes: ["orders/read"], clientMetadata },
    response: { claimsAndScopeOverrideDetails: null },
  }) as unknown as PreTokenGenerationV3TriggerEvent;

/** What comes after a sign-in. @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-authentication.html */
export const postAuthentication = (
  userAttributes: Record<string, string>,
  newDeviceUsed = false,
): PostAuthenticationTriggerEvent => ({
  ...common,
  triggerSource: "PostAuthentication_Authentication",
  userName: "ada",
  request: { userAttributes, newDeviceUsed, clientMetadata: { note: "ada@example.com" } },
  response: {},
});

/** Everything that was printed while it ran. */
export async function printedBy(run: () => Promise<unknown>): Promise<string[]> {
  const { info, error } = console;
  const lines: string[] = [];
  console.info = console.error = (...args: unknown[]) => lines.push(args.map(String).join(" "));
  try {
    await run();
  } finally {
    Object.assign(console, { info, error });
  }
  return lines;
}
