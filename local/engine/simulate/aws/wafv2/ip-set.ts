import { simulator } from "../../simulator";
import { arn, regional, tagged, text, uuid } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/wafv2/ipset/ */
export const ipSet = simulator("aws:wafv2/ipSet:IpSet", {
  autoName: { property: "name", maxLength: 128 },
  id: (creation) => uuid(creation),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) =>
      creation.inputs.scope === "CLOUDFRONT"
        ? arn(
            { ...creation, region: "us-east-1" },
            "wafv2",
            `global/ipset/${text(creation.inputs.name)}/${creation.id}`,
          )
        : arn(creation, "wafv2", `regional/ipset/${text(creation.inputs.name)}/${creation.id}`),
    lockToken: (creation) => uuid(creation, "lock"),
    namePrefix: () => "",
  },
});
