import { type Properties, read } from "../reading";
import { isOn, readTexts } from "./demand";

/**
 * Whether a user pool offers any second factor: an authenticator app, SMS or e-mail. An unknown block is one, as AWS
 * computes no such switch. aws-native lists them in `enabledMfas`.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 */
export function hasFactor(properties: Properties): boolean {
  return (
    isOn(read(properties, "softwareTokenMfaConfiguration", "enabled")) ||
    read(properties, "smsConfiguration", "snsCallerArn").state !== "absent" ||
    read(properties, "emailMfaConfiguration").state !== "absent" ||
    readTexts(read(properties, "enabledMfas")).texts.length > 0
  );
}
