import { simulator } from "../../simulator";
import { arn, dnsSuffix, regional, tagged, text } from "../shapes";

/**
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/stage/
 */
export const stage = simulator("aws:apigateway/stage:Stage", {
  id: ({ inputs }) => `ags-${text(inputs.restApi)}-${text(inputs.stageName)}`,
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) =>
      arn(
        creation,
        "apigateway",
        `/restapis/${text(creation.inputs.restApi)}/stages/${text(creation.inputs.stageName)}`,
        {
          account: true,
        },
      ),
    executionArn: (creation) =>
      arn(creation, "execute-api", `${text(creation.inputs.restApi)}/${text(creation.inputs.stageName)}`),
    invokeUrl: ({ inputs, region }) =>
      `https://${text(inputs.restApi)}.execute-api.${region}.${dnsSuffix(region)}/${text(inputs.stageName)}`,
    webAclArn: () => "",
  },
});
