import { simulator } from "../../simulator";
import { arn, owner, regional, serviceId, tagged } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/ec2/routetable/ */
export const routeTable = simulator("aws:ec2/routeTable:RouteTable", {
  id: (creation) => serviceId(creation, "rtb"),
  computed: {
    ...regional,
    ...tagged,
    ...owner,
    arn: (creation) => arn(creation, "ec2", `route-table/${creation.id}`),
    propagatingVgws: () => [],
    routes: () => [],
  },
});
