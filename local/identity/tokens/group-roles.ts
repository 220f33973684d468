import type { Group } from "../pool/pool";

/**
 * The roles of a user's groups; the preferred one is that of the group with the lowest precedence. Groups that share
 * that precedence with different roles leave no preferred one.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html
 */
export function rolesOf(groups: readonly Group[]): { readonly roles: readonly string[]; readonly preferred?: string } {
  const roles = [...new Set(groups.flatMap(({ roleArn }) => roleArn ?? []))];
  const precedence = ({ precedence: value = Number.POSITIVE_INFINITY }: Group) => value;
  const lowest = Math.min(...groups.map(precedence));
  const preferred = new Set(
    groups.filter((group) => precedence(group) === lowest).flatMap(({ roleArn }) => roleArn ?? []),
  );
  const [only] = preferred;
  return { roles, ...(preferred.size === 1 && only !== undefined && { preferred: only }) };
}
