import type { PreSignUpTriggerEvent } from "aws-lambda";
import { cognito } from "../cognito";
import { parseDomains, parseProviders } from "./allowances";
import { cognitoDirectory } from "./directory";
import { Refusal } from "./refusal";
import { signUp } from "./sign-up";

const surroundings = {
  directory: cognitoDirectory(cognito()),
  domains: parseDomains(process.env.SIGN_UP_DOMAINS),
  providers: parseProviders(process.env.IDENTITY_PROVIDERS),
};

/** Lets the sign-up pass, links it, or fails it. What is logged names no person. */
export async function handler(event: PreSignUpTriggerEvent): Promise<PreSignUpTriggerEvent> {
  const log = (fields: object) => {
    const { triggerSource, userPoolId, callerContext } = event;
    console.info(
      JSON.stringify({ event: "preSignUp", triggerSource, userPoolId, clientId: callerContext.clientId, ...fields }),
    );
  };
  try {
    log({ outcome: await signUp(event, surroundings) });
    return event;
  } catch (error) {
    if (error instanceof Refusal) {
      log({ outcome: "refused", reason: error.reason });
      throw error;
    }
    // AWS's own message may quote the user name, so neither the log nor the person at the sign-in page gets it.
    log({ outcome: "failed", error: (error as Error).name });
    throw new Error("Signing up is not possible at the moment. Try again later");
  }
}
