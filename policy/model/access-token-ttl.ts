import { type Properties, read } from "../reading";
import { readNumber } from "./demand";

const inSeconds: ReadonlyMap<unknown, number> = new Map([
  ["seconds", 1],
  ["minutes", 60],
  ["hours", 3600],
  ["days", 86400],
]);

/**
 * How long an app client's access tokens live. Unit: seconds. Default: one hour where the validity is absent or zero,
 * whatever the unit; and hours where the unit is. Undefined when either is unknown, or is nothing that Cognito takes.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function accessTokenSeconds(properties: Properties): number | undefined {
  const validity = read(properties, "accessTokenValidity");
  const unit = read(properties, "tokenValidityUnits", "accessToken");
  if (validity.state === "absent") return 3600;
  const value = readNumber(validity);
  if (value === 0) return 3600;
  if (value === undefined || value < 0 || unit.state === "unknown") return undefined;
  const factor = inSeconds.get(unit.state === "absent" ? "hours" : unit.value);
  return factor === undefined ? undefined : value * factor;
}
