import { simulator } from "../../simulator";
import { regional, text, uuid } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/managedloginbranding/ */
export const managedLoginBranding = simulator("aws:cognito/managedLoginBranding:ManagedLoginBranding", {
  id: (creation) => `${text(creation.inputs.userPoolId)},${uuid(creation)}`,
  computed: {
    ...regional,
    managedLoginBrandingId: (creation) => uuid(creation),
    settingsAll: ({ inputs }) => inputs.settings ?? "{}",
    useCognitoProvidedValues: () => false,
  },
});
