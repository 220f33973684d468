import { type Creation, simulator } from "../../simulator";
import { arn, created, dnsSuffix, regional, tagged, text, upper } from "../shapes";

/** Without a regional certificate the domain is served by CloudFront. */
const isEdge = ({ inputs }: Creation): boolean =>
  inputs.regionalCertificateArn === undefined && inputs.regionalCertificateName === undefined;

/**
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/domainname/
 */
export const domainName = simulator("aws:apigateway/domainName:DomainName", {
  id: ({ inputs }) => text(inputs.domainName),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "apigateway", `/domainnames/${creation.id}`, { account: true }),
    certificateUploadDate: () => created,
    cloudfrontDomainName: (creation) => (isEdge(creation) ? `d${creation.unique(13)}.cloudfront.net` : ""),
    cloudfrontZoneId: (creation) => (isEdge(creation) ? "Z2FDTNDATAQYW2" : ""),
    domainNameId: () => "",
    regionalDomainName: (creation) =>
      isEdge(creation) ? "" : `d-${creation.unique(10)}.execute-api.${creation.region}.${dnsSuffix(creation.region)}`,
    regionalZoneId: (creation) => (isEdge(creation) ? "" : `Z${upper(creation, 13)}`),
    endpointConfiguration: () => ({ types: "EDGE" }),
    ownershipVerificationCertificateArn: () => "",
    routingMode: () => "BASE_PATH_MAPPING_ONLY",
    securityPolicy: () => "TLS_1_2",
  },
  secrets: ["certificatePrivateKey"],
});
