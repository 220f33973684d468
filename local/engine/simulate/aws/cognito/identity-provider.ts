import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/**
 * An OIDC or social provider without a mapping gets the one that every user needs.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/identityprovider/
 */
export const identityProvider = simulator("aws:cognito/identityProvider:IdentityProvider", {
  id: ({ inputs }) => `${text(inputs.userPoolId)}:${text(inputs.providerName)}`,
  computed: { ...regional, attributeMapping: () => ({ username: "sub" }) },
});
