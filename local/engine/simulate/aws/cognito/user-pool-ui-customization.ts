import { simulator } from "../../simulator";
import { created, hex, regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/userpooluicustomization/ */
export const userPoolUICustomization = simulator("aws:cognito/userPoolUICustomization:UserPoolUICustomization", {
  defaults: { clientId: "ALL" },
  id: ({ inputs }) => `${text(inputs.userPoolId)},${text(inputs.clientId)}`,
  computed: {
    ...regional,
    creationDate: () => created,
    lastModifiedDate: () => created,
    cssVersion: () => "20260101000000",
    imageUrl: (creation) =>
      creation.inputs.imageFile === undefined
        ? ""
        : `https://d${creation.unique(13)}.cloudfront.net/${hex(creation, 16)}.png`,
  },
});
