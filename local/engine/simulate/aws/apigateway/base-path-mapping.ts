import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/basepathmapping/ */
export const basePathMapping = simulator("aws:apigateway/basePathMapping:BasePathMapping", {
  id: ({ inputs: { domainName, basePath, domainNameId } }) =>
    [text(domainName), text(basePath), ...(domainNameId === undefined ? [] : [text(domainNameId)])].join("/"),
  computed: { ...regional },
});
