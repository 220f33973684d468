import * as pulumi from "@pulumi/pulumi";

/** A resource as a component declared it. */
export interface Declared {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * Builds components against Pulumi's own mocks and gives every resource that they declared, the components themselves aside, in no certain order. Ids are `<name>_id`; ARNs and
 * the like are `<name>_<property>`.
 */
export async function declare(build: () => void): Promise<Declared[]> {
  const declared: Declared[] = [];
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs, custom }) => {
      if (custom) declared.push({ type, name, inputs });
      const computed = Object.fromEntries(
        ["arn", "invokeArn", "executionArn", "endpoint", "rootResourceId", "name", "stageName", "invokeUrl"].map(
          (key) => [key, `${name}_${key}`],
        ),
      );
      const scopeIdentifiers = (inputs.scopes as { scopeName: string }[] | undefined)?.map?.(
        ({ scopeName }) => `${inputs.identifier}/${scopeName}`,
      );
      return { id: `${name}_id`, state: { ...computed, scopeIdentifiers, ...inputs } };
    },
    call: ({ inputs }) => inputs,
  });
  await pulumi.runtime.runInPulumiStack(async () => build());
  return declared;
}
