import { simulator } from "../../simulator";
import { arn, regional, text } from "../shapes";

/**
 * Dashboards are global: their ARNs name no region.
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/cloudwatch/dashboard/
 */
export const dashboard = simulator("aws:cloudwatch/dashboard:Dashboard", {
  id: ({ inputs }) => text(inputs.dashboardName),
  computed: {
    ...regional,
    dashboardArn: (creation) => arn(creation, "cloudwatch", `dashboard/${creation.id}`, { region: true }),
  },
});
