import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/wafv2/webaclassociation/ */
export const webAclAssociation = simulator("aws:wafv2/webAclAssociation:WebAclAssociation", {
  id: ({ inputs }) => `${text(inputs.webAclArn)},${text(inputs.resourceArn)}`,
  computed: { ...regional },
});
