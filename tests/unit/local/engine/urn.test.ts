import assert from "node:assert/strict";
import { isProviderType, makeUrn, packageOf, parseUrn, urnType } from "../../../../local/engine/urn";

const base = { stack: "dev", project: "shop" };
const root = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
const group = "urn:pulumi:dev::shop::shop:apis:Group::g";

describe("a URN", () => {
  for (const { why, parts, urn } of [
    { why: "of the stack has no parents", parts: { type: "pulumi:pulumi:Stack", name: "shop-dev" }, urn: root },
    {
      why: "does not show the stack as a parent",
      parts: { parent: root, type: "shop:apis:Group", name: "g" },
      urn: group,
    },
    {
      why: "shows the types of components, joined by $",
      parts: { parent: group, type: "aws:s3/bucket:Bucket", name: "b" },
      urn: "urn:pulumi:dev::shop::shop:apis:Group$aws:s3/bucket:Bucket::b",
    },
    {
      why: "may have a name with any sign",
      parts: { type: "a:b:C", name: "GET /orders::{id}$" },
      urn: "urn:pulumi:dev::shop::a:b:C::GET /orders::{id}$",
    },
  ])
    it(why, () => {
      assert.equal(makeUrn({ ...base, ...parts }), urn);
      assert.equal(parseUrn(urn).name, parts.name);
      assert.equal(urnType(urn), parts.type);
    });
  for (const urn of ["", "shop", "urn:pulumi:dev::shop::a:b:C", "urn:other:dev::shop::a:b:C::name"])
    it(`is not ${JSON.stringify(urn)}`, () => assert.throws(() => parseUrn(urn), /invalid URN/));
});

describe("a token", () => {
  for (const { token, name, provider } of [
    { token: "aws:lambda/function:Function", name: "aws", provider: false },
    { token: "pulumi:providers:aws", name: "aws", provider: true },
    { token: "pulumi:pulumi:StackReference", name: "pulumi", provider: false },
  ])
    it(`${token} is of the package ${name}`, () =>
      assert.deepEqual([packageOf(token), isProviderType(token)], [name, provider]));
});
