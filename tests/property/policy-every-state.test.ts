import assert from "node:assert/strict";
import fc from "fast-check";
import { around } from "../../policy/controls/around";
import { cognito } from "../../policy/controls/cognito";
import { opaque, type Properties, type PropertyValue, unknownValue } from "../../policy/reading";
import { referenceCases } from "../support/policy/cases";
import type { Declaration } from "../support/policy/resources";
import { judge } from "../support/policy/stack-rows";

const controls = [...around, ...cognito];
const bystanders: readonly Declaration[] = [
  { type: "pulumi:pulumi:Stack", name: "gatehouse-dev", props: { restApi: unknownValue } },
  { type: "pulumi:providers:aws", name: "default_7", props: { region: "eu-west-1", version: "7.48.0" } },
];

for (const control of controls)
  describe(`${control.id} in every state`, () => {
    it("decides the same in a first preview, in any order, and beside the stack and its provider", () => {
      for (const { name, expect, resources } of referenceCases(control.id)) {
        const preview = resources.map((resource) => ({ ...resource, props: withoutIds(resource) }));
        for (const form of [preview, [...preview].reverse(), [...resources].reverse()]) {
          const found = judge(control, [...bystanders, ...form, ...bystanders.map(renamed)]);
          assert.equal(found.length > 0, expect === "flag", name);
        }
      }
    });

    it("quotes no value, as it may be secret", () => {
      const secret = "hunter2-hunter2";
      for (const { resources } of referenceCases(control.id)) {
        const hidden = resources.map((resource) => ({
          ...resource,
          props: masked(resource.props, secret) as Properties,
        }));
        for (const { message } of judge(control, hidden)) assert.ok(!message.includes(secret), message);
      }
    });

    it("takes whatever an engine may send", () => {
      fc.assert(
        fc.property(fc.constantFrom(...control.types), anyProperties(control.id), (type, props) => {
          judge(control, [{ type, name: "example", props, refs: { userPoolId: ["example"] } }]);
        }),
        { numRuns: 30 },
      );
    });
  });

function withoutIds({ props, refs }: Declaration): Properties {
  return { ...props, ...Object.fromEntries(Object.keys(refs ?? {}).map((property) => [property, unknownValue])) };
}

function renamed(declaration: Declaration): Declaration {
  return { ...declaration, name: `${declaration.name}-2` };
}

function masked(value: PropertyValue, secret: string): PropertyValue {
  if (typeof value === "string") return secret;
  if (Array.isArray(value)) return value.map((item) => masked(item, secret));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, masked(item, secret)]));
}

/** The properties that the control's cases have, with any value in the place of theirs. */
function anyProperties(control: string): fc.Arbitrary<Properties> {
  const names = referenceCases(control).flatMap(({ resources }) =>
    resources.flatMap(({ props }) => Object.keys(props)),
  );
  const keys = ["Statement", "actions", "settings", "eventAction", "name"];
  const { value } = fc.letrec<{ value: PropertyValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<PropertyValue>(unknownValue, opaque, null, true, "", "*", "{", -1, Number.NaN),
      fc.string(),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie("value"), { noNullPrototype: true }),
    ),
  }));
  return fc.dictionary(fc.constantFrom(...new Set(names)), value, { noNullPrototype: true });
}
