import { simulator } from "../../simulator";
import { arn, created, regional, tagged } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/restapi/ */
export const restApi = simulator("aws:apigateway/restApi:RestApi", {
  autoName: { property: "name", maxLength: 1024 },
  id: ({ unique }) => unique(10),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "apigateway", `/restapis/${creation.id}`, { account: true }),
    executionArn: (creation) => arn(creation, "execute-api", creation.id),
    rootResourceId: ({ unique }) => unique(10, { salt: "root" }),
    createdDate: () => created,
    apiKeySource: () => "HEADER",
    binaryMediaTypes: () => [],
    description: () => "",
    disableExecuteApiEndpoint: () => false,
    endpointConfiguration: () => ({ types: "EDGE", ipAddressType: "ipv4", vpcEndpointIds: [] }),
    minimumCompressionSize: () => "",
    policy: () => "",
  },
});
