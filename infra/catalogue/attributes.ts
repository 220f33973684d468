import { defineAttributes } from "./define/attribute";

/** A new attribute of users goes here. None can be taken back. */
export const attributes = defineAttributes({
  tenant: {
    type: "string",
    description: "The customer on whose behalf a user acts; set by administrators and identity providers",
    mutable: true,
    minLength: 1,
    maxLength: 64,
  },
  groups: {
    type: "string",
    description: "The groups that an identity provider sent, as it sent them",
    mutable: true,
    minLength: 0,
    maxLength: 2048,
  },
  subject: {
    type: "string",
    description:
      "The subject that an identity provider sent, in its own spelling: Cognito lower-cases it in user names",
    mutable: true,
    minLength: 0,
    maxLength: 2048,
  },
});
