import type { Settings } from "../config/schema";

/**
 * Where people sign in. Version 2 is the managed login, which shows nothing to a client without branding.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html
 */
export const planDomain = (domain: Settings["domain"]) => ({
  domain: domain.kind === "custom" ? domain.name : domain.prefix,
  managedLoginVersion: 2,
});

/** The root of the managed login and of the token endpoint. */
export function loginUrl(domain: Settings["domain"], region: string): string {
  switch (domain.kind) {
    case "custom":
      return `https://${domain.name}`;
    case "prefix":
      return `https://${domain.prefix}.auth.${region}.amazoncognito.com`;
  }
}
