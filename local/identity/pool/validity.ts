import type { PropertyMap } from "../../engine/model";
import { map, number, text } from "./properties";

/** How long each kind of token lives. Unit: seconds. */
export interface Validity {
  readonly accessToken: number;
  readonly idToken: number;
  readonly refreshToken: number;
}

const secondsIn: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

/**
 * Reads an app client's token validities. Absent or 0 is AWS's default: one hour for access and ID tokens, 30 days for
 * refresh tokens. A value without a unit counts in hours, or in days for refresh tokens.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function validity(client: PropertyMap): Validity {
  const units = map(client, "tokenValidityUnits");
  const seconds = (token: keyof Validity, unit: string, preset: number) => {
    const value = number(client, `${token}Validity`);
    return value ? value * (secondsIn[text(units, token) ?? unit] ?? secondsIn[unit]!) : preset;
  };
  return {
    accessToken: seconds("accessToken", "hours", 3_600),
    idToken: seconds("idToken", "hours", 3_600),
    refreshToken: seconds("refreshToken", "days", 30 * 86_400),
  };
}
