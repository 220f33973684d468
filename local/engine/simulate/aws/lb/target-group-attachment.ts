import { simulator } from "../../simulator";
import { hex, regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/lb/targetgroupattachment/ */
export const targetGroupAttachment = simulator("aws:lb/targetGroupAttachment:TargetGroupAttachment", {
  id: (creation) => `${text(creation.inputs.targetGroupArn)}-${hex(creation, 26)}`,
  computed: { ...regional },
});
