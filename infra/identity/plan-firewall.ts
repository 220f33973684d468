import type { Settings } from "../config/schema";
import { planWebAcl } from "../network/plan-web-acl";

/**
 * A web ACL before the user pool's pages and its public API calls.
 * @returns undefined where the environment has none
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html
 */
export const planFirewall = ({ userPool: { firewall }, allowLocalhost }: Settings) =>
  firewall &&
  planWebAcl({ ...firewall, name: "user-pool", description: "Before the user pool", counted: counted(allowLocalhost) });

/**
 * Rules that would block what the pool must answer: a signed SAML response is a form of more than 8 KB, a machine that asks for a
 * token need not say what it is, and a callback to localhost looks like an attempt to make a server call itself. They count instead.
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
 * @see https://github.com/data-dot-all/dataall/pull/1097
 * @see https://github.com/awslabs/nx-plugin-for-aws/pull/1016
 */
const counted = (allowLocalhost: boolean) => [
  "SizeRestrictions_BODY",
  "NoUserAgent_HEADER",
  ...(allowLocalhost ? ["EC2MetaDataSSRF_QUERYARGUMENTS", "EC2MetaDataSSRF_BODY"] : []),
];
