import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/wafv2/webaclloggingconfiguration/ */
export const webAclLoggingConfiguration = simulator("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", {
  id: ({ inputs }) => text(inputs.resourceArn),
  computed: { ...regional },
});
