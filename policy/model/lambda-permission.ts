import { type Properties, type Reading, read, readText } from "../reading";

/** Whether the principal is an AWS service, such as `apigateway.amazonaws.com`. False while it is unknown. */
export function isService({ properties }: { readonly properties: Properties }): boolean {
  return /\.amazonaws\.com(\.cn)?$/i.test(readText(properties, "principal") ?? "");
}

/** Whether the principal is API Gateway. False while it is unknown. */
export function isApiGateway({ properties }: { readonly properties: Properties }): boolean {
  return /^apigateway\.amazonaws\.com(\.cn)?$/i.test(readText(properties, "principal") ?? "");
}

/**
 * Whether a permission is limited to a source: an ARN that names an account or a resource, an account or an organization.
 * A wildcard limits nothing. An unknown one counts, as what AWS computes is no wildcard.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
export function isSourceScoped(
  { properties }: { readonly properties: Properties },
  alsoByOrganization: boolean,
): boolean {
  return (
    limits(read(properties, "sourceArn"), namesSource) ||
    limits(read(properties, "sourceAccount"), isNoWildcard) ||
    (alsoByOrganization && limits(readOrganization(properties), isNoWildcard))
  );
}

function readOrganization(properties: Properties): Reading {
  const own = read(properties, "principalOrgId");
  return own.state === "absent" ? read(properties, "principalOrgID") : own;
}

function limits(reading: Reading, test: (value: string) => boolean): boolean {
  switch (reading.state) {
    case "absent":
      return false;
    case "unknown":
      return true;
    case "known":
      return test(String(reading.value));
  }
}

/** Some ARNs, such as those of buckets, have no account: then the resource must be named. */
function namesSource(arn: string): boolean {
  const [, , , , account = "", ...resource] = arn.split(":");
  return isNoWildcard(account) || isNoWildcard(resource.join(":"));
}

function isNoWildcard(value: string): boolean {
  return /[^*?\s/]/.test(value);
}
