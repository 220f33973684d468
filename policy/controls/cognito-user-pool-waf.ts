import type { Control } from "../control";
import { userPools } from "../model/cognito-types";
import { ofTypes } from "../model/shown";
import { webAclsIn } from "../model/web-acl";

export const cognitoUserPoolWaf: Control = {
  id: "cognito-user-pool-waf",
  title: "Every user pool has a web ACL.",
  severity: "medium",
  level: "advisory",
  types: userPools,
  why: "Nothing slows down those who try passwords or sign up in masses, and every message that they cause is paid for.",
  fix: "Declare a WebAclAssociation whose resourceArn is the pool's arn.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html",
  elsewhere: { prowler: "cognito_user_pool_waf_acl_attached" },
  checkStack: (stack) => {
    const hasWebAcl = webAclsIn(stack);
    return ofTypes(stack, userPools)
      .filter((pool) => !hasWebAcl(pool))
      .map(({ urn }) => ({
        message:
          "Anyone can try passwords here without a firewall in between: no web ACL is associated with this pool.",
        urn,
      }));
  },
};
