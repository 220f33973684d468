import type { PostAuthenticationTriggerEvent } from "aws-lambda";
import { auditEvent } from "./audit-event";

/** Writes one line for each sign-in. Whatever goes wrong here, the sign-in stands. */
export async function handler(event: PostAuthenticationTriggerEvent): Promise<PostAuthenticationTriggerEvent> {
  try {
    console.info(JSON.stringify(auditEvent(event, new Date())));
  } catch (error) {
    console.error(JSON.stringify({ event: "signIn", failed: (error as Error).name }));
  }
  return event;
}
