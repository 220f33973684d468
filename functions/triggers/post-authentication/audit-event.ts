import type { PostAuthenticationTriggerEvent } from "aws-lambda";
import { isFederated } from "../user-attributes";

/**
 * A sign-in as it is kept. `subject` is the user's `sub`: a random id that says nothing of the person without the user pool, and
 * without which no sign-in could be traced. No address, name, number or IP address is in it, nor what the client sent along.
 */
export interface AuditEvent {
  readonly event: "signIn";
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly triggerSource: string;
  readonly subject: string;
  /** Whether a device was used that is remembered from now on. */
  readonly newDevice: boolean;
  /** Whether an identity provider stands behind the account; Cognito does not say if it was used this time. */
  readonly federated: boolean;
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-authentication.html */
export function auditEvent(event: PostAuthenticationTriggerEvent, now: Date): AuditEvent {
  const { userPoolId, callerContext, triggerSource, request } = event;
  return {
    event: "signIn",
    time: now.toISOString(),
    userPoolId,
    clientId: callerContext.clientId,
    triggerSource,
    subject: request.userAttributes.sub ?? "unknown",
    newDevice: request.newDeviceUsed === true,
    federated: isFederated(request.userAttributes),
  };
}
