import { simulator } from "../../simulator";
import { created, regional, text, uuid } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/user/ */
export const user = simulator("aws:cognito/user:User", {
  id: ({ inputs }) => `${text(inputs.userPoolId)}/${text(inputs.username)}`,
  computed: {
    ...regional,
    sub: (creation) => uuid(creation),
    creationDate: () => created,
    lastModifiedDate: () => created,
    mfaSettingLists: () => [],
    preferredMfaSetting: () => "",
    status: ({ inputs }) => (inputs.password === undefined ? "FORCE_CHANGE_PASSWORD" : "CONFIRMED"),
  },
  secrets: ["password", "temporaryPassword"],
});
