import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { controls } from "../../../../policy/controls";
import { publicRoutes } from "../../../../policy/public-routes";

const folder = join(__dirname, "../../../../policy/controls");

describe("the list of controls", () => {
  it("has every file of its folder, so that no policy is written but not kept", () => {
    const lists = ["index.ts", "ways-in.ts", "around.ts", "cognito.ts"];
    const files = readdirSync(folder).filter((file) => !lists.includes(file));
    assert.deepEqual(controls.map(({ id }) => `${id}.ts`).sort(), files.sort());
  });

  for (const control of controls)
    it(`says what a reader of ${control.id} must know`, () => {
      for (const sentence of [control.title, control.why, control.fix]) assert.match(sentence, /^[A-Z].{20,}\.$/);
      assert.match(control.source, /^https:\/\/(docs\.aws\.amazon\.com|www\.pulumi\.com)\//);
      assert.ok(control.checkStack || control.types.length > 0, "a resource check needs resource types");
    });

  it("excuses only by controls that can be excused", () => {
    const excusable = controls.filter((control) => control.excusable).map(({ id }) => id);
    for (const id of Object.keys(publicRoutes)) assert.ok(excusable.includes(id), id);
  });

  it("keeps the reference cases of each control that other rule sets have too", () => {
    for (const { id, elsewhere } of controls)
      if (elsewhere) assert.ok(existsSync(join(__dirname, "../cases", `${id}.json`)), id);
  });
});
