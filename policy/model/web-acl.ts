import { readText } from "../reading";
import type { Stack, StackResource } from "../resource";
import { userPools } from "./cognito-types";
import { webAclAssociations } from "./edge-types";
import { apiKeyOf, apiKeyOfId } from "./owner";
import { madeFrom, ofTypes } from "./shown";

/**
 * Which resources of the stack have a web ACL. An association names its resource by ARN. A known ARN decides; while it
 * is unknown, so does the resource from which it was made. Made from a stage's API alone it names no stage.
 * @see https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html
 */
export function webAclsIn(stack: Stack): (resource: StackResource) => boolean {
  const named = new Set<string>();
  for (const association of ofTypes(stack, webAclAssociations)) {
    const arn = readText(association.properties, "resourceArn");
    if (arn === undefined) for (const { urn } of association.propertyDependencies.resourceArn ?? []) named.add(urn);
    else {
      named.add(arn);
      const [, api, stage] = /:\/restapis\/([^/]+)\/stages\/([^/]+)$/.exec(arn) ?? [];
      if (api !== undefined) named.add(`${apiKeyOfId(stack, api)} ${stage}`);
      // A pool that shows no ARN of its own is known by the dependency.
      for (const pool of madeFrom(association, "resourceArn", userPools))
        if (readText(pool.properties, "arn") === undefined) named.add(pool.urn);
    }
  }
  return (resource) => {
    const { urn, properties } = resource;
    return [urn, readText(properties, "arn"), `${apiKeyOf(stack, resource)} ${readText(properties, "stageName")}`].some(
      (name) => name !== undefined && named.has(name),
    );
  };
}
