import type { Settings } from "../config/schema";
import { planWebAcl } from "../network/plan-web-acl";

/**
 * A web ACL before the REST API's stage; HTTP APIs can have none. It looks at the first 16 KB of a body, and refuses one of more
 * than 8 KB.
 * @returns undefined where the environment has none
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-setting-body-inspection-limit.html
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
 */
export const planRestFirewall = ({ edge: { firewall }, allowLocalhost }: Settings) =>
  firewall &&
  planWebAcl({
    ...firewall,
    name: "rest-api",
    description: "Before the REST API",
    counted: [
      // Machines need not say what they are.
      "NoUserAgent_HEADER",
      ...(allowLocalhost ? ["EC2MetaDataSSRF_QUERYARGUMENTS", "EC2MetaDataSSRF_BODY"] : []),
    ],
  });
