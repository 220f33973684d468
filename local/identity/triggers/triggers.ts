import type { ServiceCall } from "../../lambda/service-caller";
import type { AppClient } from "../pool/app-client";
import type { Pool } from "../pool/pool";
import { rolesOf } from "../tokens/group-roles";
import type { User } from "../users/directory";
import { askTrigger } from "./ask";
import { noClient, planEvent, userAttributes } from "./event";
import { type GroupConfiguration, readOverride, type TokenOverride } from "./token-claims";

/** Why a user comes to be. */
export type SignUpSource = "SignUp" | "AdminCreateUser" | "ExternalProvider";

/** The functions that have a say in sign-ups, sign-ins and tokens; each that the pool does not name agrees to everything. */
export class Triggers {
  constructor(
    private readonly pool: Pool,
    private readonly invoke: ServiceCall | undefined,
  ) {}

  /**
   * Asks before a user is made. What its answer confirms or verifies is confirmed and verified here anyhow.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html
   * @param clientId - The app client where people sign up; absent for an administrator.
   * @throws TriggerFault when the function refuses.
   */
  async preSignUp(
    source: SignUpSource,
    user: { readonly username: string; readonly attributes: Readonly<Record<string, string>> },
    clientId = noClient,
  ): Promise<void> {
    const arn = this.pool.triggers.preSignUp;
    if (arn === undefined) return;
    const aliases =
      source === "ExternalProvider" ? { "cognito:email_alias": "", "cognito:phone_number_alias": "" } : {};
    const event = planEvent(this.pool, {
      version: "1",
      triggerSource: `PreSignUp_${source}`,
      userName: user.username,
      clientId,
      request: { userAttributes: { ...aliases, ...user.attributes }, validationData: null },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    });
    await askTrigger(this.invoke, { name: "PreSignUp", arn, sourceArn: this.pool.arn }, event);
  }

  /**
   * Tells that somebody has signed in.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-authentication.html
   * @throws TriggerFault when the function fails: the sign-in then fails too.
   */
  async postAuthentication(user: User, clientId: string): Promise<void> {
    const arn = this.pool.triggers.postAuthentication;
    if (arn === undefined) return;
    const event = planEvent(this.pool, {
      version: "1",
      triggerSource: "PostAuthentication_Authentication",
      userName: user.username,
      clientId,
      request: { userAttributes: userAttributes(user), newDeviceUsed: false },
      response: {},
    });
    await askTrigger(this.invoke, { name: "PostAuthentication", arn, sourceArn: this.pool.arn }, event);
  }

  /**
   * Asks what tokens shall say. Machines are asked about in version 3 only.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
   * @throws TriggerFault when the function fails: there are no tokens then.
   */
  async tokenGeneration(issue: TokenIssue): Promise<TokenOverride> {
    const { preTokenGeneration } = this.pool.triggers;
    if (!preTokenGeneration || (issue.kind === "machine" && preTokenGeneration.version < 3)) return {};
    const { arn, version } = preTokenGeneration;
    const event = planEvent(this.pool, {
      version: String(version),
      ...planTokenRequest(this.pool, issue, version),
      clientId: issue.client.id,
      response: { [version === 1 ? "claimsOverrideDetails" : "claimsAndScopeOverrideDetails"]: null },
    });
    const asked = { name: "PreTokenGeneration", arn, sourceArn: this.pool.arn } as const;
    return readOverride(await askTrigger(this.invoke, asked, event), version);
  }
}

/** For whom tokens are to be. */
export type TokenIssue = { readonly client: AppClient; readonly scopes: readonly string[] } & (
  | { readonly kind: "machine" }
  | { readonly kind: "user"; readonly user: User; readonly refreshed: boolean }
);

function planTokenRequest(pool: Pool, issue: TokenIssue, version: number) {
  const scopes = version === 1 ? undefined : { scopes: issue.scopes };
  if (issue.kind === "machine") {
    return {
      triggerSource: "TokenGeneration_ClientCredentials",
      userName: "ClientCredentials",
      request: { userAttributes: {}, groupConfiguration: groupConfiguration(pool, []), ...scopes },
    };
  }
  const { user, refreshed } = issue;
  return {
    triggerSource: refreshed ? "TokenGeneration_RefreshTokens" : "TokenGeneration_HostedAuth",
    userName: user.username,
    request: {
      userAttributes: userAttributes(user),
      groupConfiguration: groupConfiguration(pool, user.groups),
      ...scopes,
    },
  };
}

const groupConfiguration = (pool: Pool, groups: readonly string[]): GroupConfiguration => {
  const { roles, preferred } = rolesOf(groups.flatMap((name) => pool.groups.get(name) ?? []));
  return { groupsToOverride: groups, iamRolesToOverride: roles, preferredRole: preferred ?? null };
};
