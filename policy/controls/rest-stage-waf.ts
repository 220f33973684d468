import type { Control } from "../control";
import { readTexts } from "../model/demand";
import { restStages } from "../model/edge-types";
import { apiOf } from "../model/owner";
import { ofTypes } from "../model/shown";
import { webAclsIn } from "../model/web-acl";
import { read } from "../reading";
import type { Stack, StackResource } from "../resource";

export const restStageWaf: Control = {
  id: "rest-stage-waf",
  title: "Every stage of a REST API that the internet can reach has a web ACL.",
  severity: "medium",
  level: "mandatory",
  types: restStages,
  why: "Nothing stops floods, scanners and known exploits before they reach the authorizer and the functions.",
  fix: "Declare a WebAclAssociation whose resourceArn is the stage's arn.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html",
  elsewhere: { checkov: "CKV2_AWS_29", "cdk-nag": "AwsSolutions-APIG3", "security-hub": "APIGateway.4" },
  checkStack: (stack) => {
    const hasWebAcl = webAclsIn(stack);
    return ofTypes(stack, restStages)
      .filter((stage) => !isPrivate(stack, stage) && !hasWebAcl(stage))
      .map(({ urn }) => ({
        message: "Anyone can call this stage without a firewall in between: no web ACL is associated with it.",
        urn,
      }));
  },
};

/** Only what is in a VPC, and is let in there, reaches a private API. */
function isPrivate(stack: Stack, stage: StackResource): boolean {
  const api = apiOf(stack, stage);
  if (api === undefined) return false;
  const { texts, isPartlyUnknown } = readTexts(read(api.properties, "endpointConfiguration", "types"));
  return !isPartlyUnknown && texts.length > 0 && texts.every((type) => type === "PRIVATE");
}
