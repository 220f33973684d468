import assert from "node:assert/strict";
import fc from "fast-check";
import { catalogue } from "../../infra/catalogue";
import { ConfigurationError, parseSettings } from "../../infra/config/parse";
import { changedTexts } from "../support/changed-settings";

const stacks = ["dev", "prod"] as const;
const committed = { dev: pathsOf("dev"), prod: pathsOf("prod") };

/** Where a stack's settings hold anything, sections and list entries included. */
function pathsOf(stack: "dev" | "prod"): string[] {
  const within = (value: unknown, path: string): string[] =>
    typeof value === "object" && value !== null
      ? [path, ...Object.entries(value).flatMap(([key, inner]) => within(inner, `${path}.${key}`))]
      : [path];
  return Object.entries(changedTexts(stack, {})).flatMap(([key, text]) =>
    within(/^[[{]/.test(text) ? JSON.parse(text) : text, key),
  );
}

const breaks = fc.constantFrom(...stacks).chain((stack) =>
  fc.record({
    stack: fc.constant(stack),
    paths: fc.uniqueArray(fc.constantFrom(...committed[stack]), { minLength: 1, maxLength: 3 }),
    value: fc.oneof(
      fc.constantFrom(undefined, {}, [], [{}], "", "x", 0, -1, true, null, { kind: "x" }),
      fc.jsonValue(),
    ),
  }),
);

describe("whatever is wrong with settings,", () => {
  it("all of it is listed, and nothing else goes wrong", () => {
    let refused = 0;
    fc.assert(
      fc.property(breaks, ({ stack, paths, value }) => {
        // A path below one that is already broken may have nothing to stand in.
        const changes = paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`)));
        const texts = changedTexts(stack, Object.fromEntries(changes.map((path) => [path, value])));
        try {
          parseSettings(catalogue, stack, texts, () => true);
        } catch (error) {
          assert.ok(error instanceof ConfigurationError, (error as Error).stack);
          refused += 1;
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(refused > 300, `${refused} of 500 were refused`);
  });
});
