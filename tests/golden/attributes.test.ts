import assert from "node:assert/strict";
import { attributes } from "../../infra/catalogue/attributes";
import type { Attribute } from "../../infra/catalogue/define/attribute";
import { extend, faultsAgainst, readLock } from "./attribute-lock";

const tenant = { type: "string", description: "Whose", mutable: true, minLength: 1, maxLength: 64 } as const;
const { description: _, ...locked } = tenant;
const age: Attribute = { type: "number", description: "", mutable: true, minimum: 0, maximum: 9 };

describe("the custom attributes", () => {
  it("are those of the lock, unchanged", () => assert.deepEqual(faultsAgainst(readLock(), attributes), []));

  for (const { why, is, faults } of [
    { why: "may be described anew", is: { tenant: { ...tenant, description: "Other words" } }, faults: [] },
    { why: "may not be removed", is: {}, faults: [/^custom:tenant is gone; .* put it back$/] },
    {
      why: "may not get other constraints",
      is: { tenant: { ...tenant, maxLength: 65 } },
      faults: [/^custom:tenant was .*"maxLength":64} and is .*"maxLength":65}; .* lose every account/],
    },
    {
      why: "may not become immutable",
      is: { tenant: { ...tenant, mutable: false } },
      faults: [/^custom:tenant was .* and is .*"mutable":false/],
    },
    { why: "may not change their type", is: { tenant: age }, faults: [/^custom:tenant was .*string.* is .*number/] },
    {
      why: "are written down when added",
      is: { tenant, age },
      faults: [/^custom:age is not in .*npm run golden adds it/],
    },
  ])
    it(why, () => {
      const found = faultsAgainst({ tenant: locked }, is);
      assert.equal(found.length, faults.length, found.join("\n"));
      faults.forEach((pattern, index) => void assert.match(found[index]!, pattern));
    });

  it("are added to the lock, and nothing of it is forgotten or rewritten", () =>
    assert.deepEqual(extend({ tenant: locked }, { tenant: { ...tenant, maxLength: 65 }, age }), {
      tenant: locked,
      age: { type: "number", mutable: true, minimum: 0, maximum: 9 },
    }));
});
