import * as sdk from "@aws-sdk/client-cognito-identity-provider";
import type { Words } from "./shell";

const inSdk = sdk as unknown as Readonly<Record<string, unknown>>;

/** `DeleteUserPool` and the like: every operation of the API. */
export const operations = Object.keys(inSdk).flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? []);

/** Flags that every command of the AWS CLI has. */
const global = ["--query", "--output", "--region", "--profile"];

/** What of a command of `aws cognito-idp` the API does not have; its names are those of the API in another case. */
export function faultsOfCognito([tool, service, verb = "", ...rest]: Words): string[] {
  if (tool !== "aws" || service !== "cognito-idp") return [];
  const operation = operations.find((name) => kebab(name) === verb);
  if (operation === undefined) return [`aws cognito-idp has no ${verb}`];
  // Fifth of what the SDK writes down of a structure: the names of its members.
  const [, , , , members] = inSdk[`${operation}Request$`] as [number, string, string, unknown, string[]];
  return rest
    .filter((word) => word.startsWith("--") && !global.includes(word))
    .filter((flag) => !members.some((member) => `--${kebab(member)}` === flag))
    .map((flag) => `aws cognito-idp ${verb} has no ${flag}`);
}

const kebab = (name: string) =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
