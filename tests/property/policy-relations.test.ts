import assert from "node:assert/strict";
import fc from "fast-check";
import { waysIn } from "../../policy/controls/ways-in";
import { type Form, formsOf, inForm, opened, referenceCases } from "../support/policy/cases";
import { findingsOf } from "../support/policy/control-cases";
import { type Declaration, stackOf } from "../support/policy/resources";

const cases = waysIn
  .filter(({ id }) => !id.startsWith("except"))
  .flatMap((control) =>
    referenceCases(control.id).flatMap((reference) =>
      formsOf(reference).map((form: Form) => ({
        control,
        flagged: reference.expect === "flag",
        name: `${control.id}: ${reference.name}, in ${form}`,
        resources: opened(inForm(reference, form)),
      })),
    ),
  );

/** What comes along in every analysis and belongs to no case. */
const company: readonly Declaration[] = [
  { type: "pulumi:pulumi:Stack", name: "gatehouse-dev", props: {} },
  { type: "pulumi:providers:aws", name: "default_7_48_0", props: { region: "eu-west-1", version: "7.48.0" } },
  { type: "gatehouse:apis:RestApi", name: "rest", props: {} },
  { type: "aws:s3/bucket:Bucket", name: "files", props: { id: "restapi1", arn: "arn:aws:s3:::files" } },
];

describe("a verdict on ways in", () => {
  it("does not hang on the order of resources, on ids, or on what else is in the stack", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.infiniteStream(fc.nat()),
        fc.subarray([...company]),
        fc.boolean(),
        ({ control, flagged, name, resources }, order, others, withoutIds) => {
          const told = withoutIds ? resources.map(withoutId) : resources;
          const found = findingsOf(control, stackOf(shuffled([...told, ...others], order)));
          assert.equal(found.length > 0, flagged, `${name}\n${found.join("\n")}`);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("on one API does not hang on another API beside it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.constantFrom(...cases),
        fc.infiniteStream(fc.nat()),
        (one, other, order) => {
          // The last such case is flagged for the whole stack's account, which another case may share.
          if (one.control.id === "cognito-authorizer-provider-arns") return;
          const resources = shuffled([...one.resources, ...renamed(other.resources)], order);
          const urns = new Set(stackOf(one.resources).resources.map(({ urn }) => urn));
          const stack = stackOf(resources);
          const own = stack.resources.filter(({ urn }) => urns.has(urn));
          const about = [
            ...own
              .filter(({ type }) => one.control.types.includes(type))
              .flatMap((resource) => one.control.checkResource?.(resource, {}) ?? []),
            ...(one.control.checkStack?.(stack, { settings: {}, excused: [], today: "2030-01-01" }) ?? []).filter(
              ({ urn }) => urn !== undefined && urns.has(urn),
            ),
          ];
          assert.equal(about.length > 0, one.flagged, `${one.name}\nbeside ${other.name}`);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

/** In an update ids are known, but a resource does not show its own where the provider leaves it out. */
function withoutId(resource: Declaration): Declaration {
  const isReferred = resource.refs !== undefined || !("id" in resource.props);
  const { id: _, ...props } = resource.props;
  return isReferred || resource.type.includes("apigateway/restApi") ? { ...resource, props } : resource;
}

/** The same resources under names, ids and places of their own. */
function renamed(resources: readonly Declaration[]): readonly Declaration[] {
  const names = new Map(resources.map(({ name }) => [name, `${name}-2`]));
  return resources.map(({ refs, ...resource }) => ({
    ...resource,
    name: names.get(resource.name)!,
    props: JSON.parse(
      JSON.stringify(resource.props).replace(/(restapi|httpapi|ws|pool|res)(?=\d)|(?<=")[a-z]+(?=-id")/g, "$&9"),
    ),
    ...(refs && {
      refs: Object.fromEntries(
        Object.entries(refs).map(([property, sources]) => [
          property,
          sources.map((source) => names.get(source) ?? source),
        ]),
      ),
    }),
  }));
}

function shuffled<T>(items: readonly T[], order: Iterable<number>): readonly T[] {
  const keys = order[Symbol.iterator]();
  return items
    .map((item) => ({ item, key: Number(keys.next().value) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
