import { simulator } from "../../simulator";
import { arn, regional, tagged, uuid } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/identitypool/ */
export const identityPool = simulator("aws:cognito/identityPool:IdentityPool", {
  defaults: { allowUnauthenticatedIdentities: false },
  id: (creation) => `${creation.region}:${uuid(creation)}`,
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "cognito-identity", `identitypool/${creation.id}`),
    supportedLoginProviders: () => ({}),
  },
});
