import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commentOf } from "./changes";

describe("a pull request's comment is written from files:", () => {
  let folder: string;
  const write = (path: string, content: unknown) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content));
  };
  const route = (inputs: object) => ({ type: "aws:apigatewayv2/route:Route", name: "r", inputs });
  const text = (...args: string[]) =>
    commentOf(["--base", join(folder, "base"), "--head", join(folder, "head"), ...args]);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "changes-"));
    write("base/dev.json", [route({ routeKey: "GET /a", authorizationType: "JWT" })]);
    write("base/old.json", [route({ routeKey: "GET /a" })]);
    write("base/attributes.lock.json", { tenant: {} });
    write("head/dev.json", [route({ routeKey: "GET /a", authorizationType: "NONE" })]);
    write("check.json", { stack: "dev", status: "ok", violations: [] });
    write("checks.json", [
      { stack: "dev", status: "violated", violations: [] },
      { stack: "new", status: "failed", violations: [] },
    ]);
    write("nothing.json", "");
  });
  after(() => rmSync(folder, { recursive: true }));

  it("golden files of both branches", () => {
    assert.match(text(), /\| \*\*opens\*\* \| `GET \/a` \| JWT \| anyone \|/);
    assert.match(text(), /### `old`: was not checked\n\nIt is gone\. Resources: 1 to remove/);
    assert.doesNotMatch(text(), /attributes/);
  });
  it("a check of one stack", () => assert.match(text("--check", join(folder, "check.json")), /### `dev`: ok\n/));
  it("a check of several stacks, one of which has no golden file yet", () => {
    const all = text("--check", join(folder, "checks.json"));
    assert.match(all, /### `dev`: violates a mandatory policy\n/);
    assert.match(all, /### `new`: failed; the job's log says why\n/);
  });
  for (const file of ["nothing.json", "missing.json"])
    it(`a check that broke off (${file})`, () =>
      assert.match(text("--check", join(folder, file)), /### `dev`: was not checked\n/));
  it("a base branch that has no golden files", () =>
    assert.match(
      commentOf(["--base", join(folder, "none"), "--head", join(folder, "head")]),
      /### `dev`: was not checked\n\nIt is new\. Resources: 1 to add/,
    ));
  it("not without the base branch's folder", () =>
    assert.throws(() => commentOf([]), {
      message: "--base is missing; expected a folder with the base branch's golden files",
    }));
});
