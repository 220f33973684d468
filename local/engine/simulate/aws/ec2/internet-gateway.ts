import { simulator } from "../../simulator";
import { arn, owner, regional, serviceId, tagged } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/ec2/internetgateway/ */
export const internetGateway = simulator("aws:ec2/internetGateway:InternetGateway", {
  id: (creation) => serviceId(creation, "igw"),
  computed: {
    ...regional,
    ...tagged,
    ...owner,
    arn: (creation) => arn(creation, "ec2", `internet-gateway/${creation.id}`),
    vpcId: () => "",
  },
});
