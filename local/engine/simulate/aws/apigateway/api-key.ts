import { simulator } from "../../simulator";
import { arn, created, regional, tagged } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/apikey/ */
export const apiKey = simulator("aws:apigateway/apiKey:ApiKey", {
  autoName: { property: "name", maxLength: 1024 },
  defaults: { description: "Managed by Pulumi", enabled: true },
  id: ({ unique }) => unique(10),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "apigateway", `/apikeys/${creation.id}`, { account: true }),
    createdDate: () => created,
    lastUpdatedDate: () => created,
    value: ({ random }) => random(40),
  },
  secrets: ["value"],
});
