import { type Properties, type Reading, read } from "../reading";

/** One setting of a user pool's password policy. Undefined where no policy is declared at all. */
export function passwordSetting(properties: Properties, name: string): Reading | undefined {
  const policy = policyPath(properties);
  return read(properties, ...policy).state === "absent" ? undefined : read(properties, ...policy, name);
}

/** aws has it at the top, CloudFormation under `policies`. */
function policyPath(properties: Properties): readonly string[] {
  return read(properties, "passwordPolicy").state === "absent" ? ["policies", "passwordPolicy"] : ["passwordPolicy"];
}
