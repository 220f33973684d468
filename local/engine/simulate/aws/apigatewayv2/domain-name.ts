import { simulator } from "../../simulator";
import { arn, dnsSuffix, regional, tagged, text, upper } from "../shapes";

/**
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-custom-domain-names.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/domainname/
 */
export const domainName = simulator("aws:apigatewayv2/domainName:DomainName", {
  id: ({ inputs }) => text(inputs.domainName),
  computed: {
    ...regional,
    ...tagged,
    apiMappingSelectionExpression: () => "$request.basepath",
    arn: (creation) => arn(creation, "apigateway", `/domainnames/${creation.id}`, { account: true }),
    routingMode: () => "API_MAPPING_ONLY",
  },
  computedWithin: {
    domainNameConfiguration: {
      hostedZoneId: (creation) => `Z${upper(creation, 13)}`,
      targetDomainName: ({ region, unique }) => `d-${unique(10)}.execute-api.${region}.${dnsSuffix(region)}`,
    },
  },
});
