import { type Creation, simulator } from "../../simulator";
import { arn, hex, tagged, text } from "../shapes";

const providerArn = (creation: Creation): string =>
  arn(creation, "iam", `oidc-provider/${text(creation.inputs.url).replace(/^https:\/\//, "")}`, { region: true });

/**
 * IAM is global: its ARNs name no region.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/iam/openidconnectprovider/
 */
export const openIdConnectProvider = simulator("aws:iam/openIdConnectProvider:OpenIdConnectProvider", {
  id: providerArn,
  computed: { ...tagged, arn: providerArn, thumbprintLists: (creation) => [hex(creation, 40)] },
});
