import { simulator } from "../../simulator";
import { arn, regional, tagged, text, uuid } from "../shapes";

/**
 * Capacity is 0: AWS weighs each rule, and that is not simulated.
 * @see https://docs.aws.amazon.com/waf/latest/APIReference/API_WebACL.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/wafv2/webacl/
 */
export const webAcl = simulator("aws:wafv2/webAcl:WebAcl", {
  autoName: { property: "name", maxLength: 128 },
  id: (creation) => uuid(creation),
  computed: {
    ...regional,
    ...tagged,
    applicationIntegrationUrl: () => "",
    arn: (creation) =>
      creation.inputs.scope === "CLOUDFRONT"
        ? arn(
            { ...creation, region: "us-east-1" },
            "wafv2",
            `global/webacl/${text(creation.inputs.name)}/${creation.id}`,
          )
        : arn(creation, "wafv2", `regional/webacl/${text(creation.inputs.name)}/${creation.id}`),
    capacity: () => 0,
    lockToken: (creation) => uuid(creation, "lock"),
    namePrefix: () => "",
  },
});
