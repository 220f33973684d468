import assert from "node:assert/strict";
import { type Alias, type AliasContext, formerUrns } from "../../../../../local/engine/register/aliases";

const urn = (types: string, name: string, stack = "dev", project = "shop") =>
  `urn:pulumi:${stack}::${project}::${types}::${name}`;
const stack = urn("pulumi:pulumi:Stack", "shop-dev");
const group = urn("shop:apis:Group", "app");
const context: AliasContext = {
  stack: "dev",
  project: "shop",
  name: "app-bucket",
  type: "a:b:Bucket",
  parent: stack,
  oldUrn: () => undefined,
};
const renamed = { ...context, parent: group, oldUrn: () => urn("shop:apis:Old", "old") };

describe("a resource may have been called", () => {
  for (const { why, aliases, of = context, urns } of [
    { why: "nothing else, without aliases", aliases: [], urns: [] },
    {
      why: "by a URN that is given whole",
      aliases: [{ urn: "urn:pulumi:x::y::z::w" }],
      urns: ["urn:pulumi:x::y::z::w"],
    },
    { why: "by another name", aliases: [{ name: "b" }], urns: [urn("a:b:Bucket", "b")] },
    { why: "by another type", aliases: [{ type: "a:b:Old" }], urns: [urn("a:b:Old", "app-bucket")] },
    {
      why: "by another stack and project",
      aliases: [{ stack: "old", project: "was" }],
      urns: [urn("a:b:Bucket", "app-bucket", "old", "was")],
    },
    {
      why: "under another parent",
      aliases: [{ parent: group }],
      urns: [urn("shop:apis:Group$a:b:Bucket", "app-bucket")],
    },
    {
      why: "under no parent",
      aliases: [{ noParent: true }],
      of: { ...context, parent: group },
      urns: [urn("a:b:Bucket", "app-bucket")],
    },
    {
      why: "after its parent's old name, with the prefix that it had",
      aliases: [],
      of: renamed,
      urns: [urn("shop:apis:Old$a:b:Bucket", "old-bucket")],
    },
    {
      why: "by its own old name under its parent's",
      aliases: [{ name: "app-b" }],
      of: renamed,
      urns: [
        urn("shop:apis:Group$a:b:Bucket", "app-b"),
        urn("shop:apis:Old$a:b:Bucket", "old-bucket"),
        urn("shop:apis:Old$a:b:Bucket", "old-b"),
      ],
    },
    { why: "by one name, once", aliases: [{ name: "b" }, { name: "b" }], urns: [urn("a:b:Bucket", "b")] },
  ] satisfies { why: string; aliases: Alias[]; of?: AliasContext; urns: string[] }[])
    it(why, () => assert.deepEqual(formerUrns(aliases, of), urns));
});
