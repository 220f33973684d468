import type { Model, RequestValidation } from "./model";
import { type Declared, isTrue, type Properties } from "./resource";

export const readModels = (models: readonly Declared[]): readonly Model[] =>
  models.map(({ name, properties }) => ({
    name: properties.string("name") ?? name,
    schema: properties.string("schema") ?? "{}",
  }));

/** What a method's validator checks; undefined where it has none, or one that checks nothing. */
export function readValidation(method: Properties, validators: readonly Declared[]): RequestValidation | undefined {
  const id = method.string("requestValidatorId");
  const validator = validators.find((one) => one.id === id)?.properties;
  if (id === undefined || validator === undefined) return undefined;
  const parameters = validator.boolean("validateRequestParameters")
    ? Object.entries(method.nested("requestParameters")?.all() ?? {}).flatMap(([name, required]) =>
        isTrue(required) ? [name] : [],
      )
    : [];
  const models = validator.boolean("validateRequestBody") ? method.record("requestModels") : undefined;
  return { parameters: parameters.sort(), ...(models && { models }) };
}
