import type { Pool } from "../pool/pool";
import type { User } from "../users/directory";

/** What Cognito puts where no app client has a part in it. */
export const noClient = "CLIENT_ID_NOT_APPLICABLE";

/** An event as every trigger gets it. */
export interface TriggerEvent {
  readonly version: string;
  readonly triggerSource: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly userName: string;
  readonly callerContext: { readonly awsSdkVersion: string; readonly clientId: string };
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html */
export const planEvent = (
  pool: Pool,
  { clientId, ...event }: Omit<TriggerEvent, "region" | "userPoolId" | "callerContext"> & { readonly clientId: string },
): TriggerEvent => ({
  version: event.version,
  triggerSource: event.triggerSource,
  region: pool.id.split("_")[0] ?? "",
  userPoolId: pool.id,
  userName: event.userName,
  callerContext: { awsSdkVersion: "aws-sdk-unknown-unknown", clientId },
  request: event.request,
  response: event.response,
});

/** A user's attributes as triggers and the API see them. */
export const userAttributes = (user: User): Readonly<Record<string, string>> => ({
  sub: user.sub,
  ...(user.identities && { identities: JSON.stringify(identitiesClaim(user.identities)) }),
  "cognito:user_status": userStatus(user),
  ...user.attributes,
});

export const userStatus = (user: User): string => (user.external ? "EXTERNAL_PROVIDER" : "CONFIRMED");

/** The claim `identities` of an ID token. */
export const identitiesClaim = (identities: NonNullable<User["identities"]>) =>
  identities.map(({ provider, type, subject, created }) => ({
    dateCreated: String(created),
    userId: subject,
    providerName: provider,
    providerType: type,
    issuer: null,
    primary: "true",
  }));
