import type { StackFinding } from "../control";
import { type Properties, read } from "../reading";
import type { Stack, StackResource } from "../resource";
import { riskConfigurations, userPools } from "./cognito-types";
import { whyNot } from "./demand";
import { poolOf } from "./owner";
import { ofTypes } from "./shown";

/**
 * User pools in which no risk configuration of the pool itself can act as it should: none is declared, it leaves the
 * matter out, or threat protection does not enforce it. What a configuration says itself, the resource check judges.
 * One with a client's id replaces the pool's for that client only.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetRiskConfiguration.html
 */
export function poolsWithout(stack: Stack, part: string, consequence: string): readonly StackFinding[] {
  const covered = new Set(
    ofTypes(stack, riskConfigurations)
      .filter(isForPool)
      .filter(({ properties }) => read(properties, part).state !== "absent")
      .map((configuration) => poolOf(stack, configuration)?.urn),
  );
  return ofTypes(stack, userPools).flatMap(({ urn, properties }) => {
    const reason = whyIdle(properties) ?? (covered.has(urn) ? undefined : `no risk configuration of it has ${part}`);
    return reason === undefined ? [] : [{ message: `${consequence}: ${reason}.`, urn }];
  });
}

/** aws leaves the client out, CloudFormation writes ALL. */
export function isForPool({ properties }: Pick<StackResource, "properties">): boolean {
  const client = read(properties, "clientId");
  return client.state === "absent" || (client.state === "known" && client.value === "ALL");
}

function whyIdle(pool: Properties): string | undefined {
  const mode = read(pool, "userPoolAddOns", "advancedSecurityMode");
  return whyNot("advancedSecurityMode", mode, ["ENFORCED"], "OFF");
}
