import type { Attribute } from "../catalogue/define/attribute";

/**
 * Custom attributes as the user pool's schema. A schema that changes replaces the pool, and every account with it: each constraint is
 * written out, so that no default of AWS's can look like a change.
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/21654
 */
export const planSchema = (attributes: Readonly<Record<string, Attribute>>) =>
  Object.entries(attributes).map(([name, attribute]) => ({
    name,
    mutable: attribute.mutable,
    required: false,
    developerOnlyAttribute: false,
    ...constraints(attribute),
  }));

function constraints(attribute: Attribute) {
  switch (attribute.type) {
    case "string":
      return {
        attributeDataType: "String",
        stringAttributeConstraints: { minLength: `${attribute.minLength}`, maxLength: `${attribute.maxLength}` },
      };
    case "number":
      return {
        attributeDataType: "Number",
        numberAttributeConstraints: { minValue: `${attribute.minimum}`, maxValue: `${attribute.maximum}` },
      };
  }
}
