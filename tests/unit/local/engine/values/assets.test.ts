import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PropertyMap } from "../../../../../local/engine/model";
import { signatureKey, signatures } from "../../../../../local/engine/values";
import { archiveMembers, withHashes } from "../../../../../local/engine/values/assets";
import { tarEntry } from "../../../../../local/engine/values/tar";

const asset = (rest: PropertyMap): PropertyMap => ({ [signatureKey]: signatures.asset, ...rest });
const archive = (rest: PropertyMap): PropertyMap => ({ [signatureKey]: signatures.archive, ...rest });

/** The first three are in Pulumi's own tests (sdk/go/common/resource/asset_test.go), the fourth in its archive.go. */
const known = {
  text: "e34c74529110661faae4e121e57165ff4cb4dbdde1ef9770098aa3695e6b6704",
  archiveOfText: "27ab4a14a617df10cff3e1cf4e30cf510302afe56bf4cc91f84041c9f7b62fd8",
  emptyText: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  emptyArchive: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
};

describe("the hash of", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "assets-"));
    mkdirSync(join(folder, "site/inner"), { recursive: true });
    mkdirSync(join(folder, "site/.pulumi"));
    mkdirSync(join(folder, "single"));
    writeFileSync(join(folder, "single/foo"), "a test asset");
    writeFileSync(join(folder, "site/z.txt"), "z");
    writeFileSync(join(folder, "site/inner/a.txt"), "a");
    writeFileSync(join(folder, "site/.pulumi/state"), "not ours");
    symlinkSync(join(folder, "single"), join(folder, "site/link-to-folder"));
    symlinkSync(join(folder, "single/foo"), join(folder, "site/link-to-file"));
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const { why, value, hash } of [
    { why: "a text is that of its bytes", value: asset({ text: "a test asset" }), hash: known.text },
    { why: "an empty text is that of nothing", value: asset({}), hash: known.emptyText },
    { why: "a file is that of its content", value: asset({ path: "single/foo" }), hash: known.text },
    { why: "no assets is that of an empty tar", value: archive({ assets: {} }), hash: known.emptyArchive },
    {
      why: "a map of assets is that of the tar that Go would write",
      value: archive({ assets: { foo: asset({ text: "a test asset" }) } }),
      hash: known.archiveOfText,
    },
    { why: "a folder equals that of the same assets", value: archive({ path: "single" }), hash: known.archiveOfText },
    { why: "a file that is an archive is that of its bytes", value: archive({ path: "a.zip" }), hash: known.text },
    { why: "something remote is not known", value: asset({ uri: "https://example.com/a" }), hash: undefined },
    { why: "what has one stays", value: asset({ path: "absent", hash: "given" }), hash: "given" },
  ])
    it(why, () => {
      writeFileSync(join(folder, "a.zip"), "a test asset");
      assert.equal((withHashes({ value }, folder).value as PropertyMap).hash, hash);
    });

  it("a file that is not there is an error that names it", () =>
    assert.throws(() => withHashes(asset({ path: "absent.txt" }), folder), /absent\.txt/));

  it("a folder takes its files in order, follows links to files, and leaves Pulumi's own folder out", () =>
    assert.deepEqual(
      archiveMembers(archive({ path: "site" }), folder).map(([name]) => name),
      ["inner/a.txt", "link-to-file", "z.txt"],
    ));

  it("an archive within an archive is flattened, and the first of two files of one name counts", () =>
    assert.deepEqual(
      archiveMembers(
        archive({ assets: { a: archive({ assets: { b: asset({ text: "1" }) } }), "a/b": asset({ text: "2" }) } }),
        folder,
      ).map(([name, content]) => [name, `${content}`]),
      [["a/b", "1"]],
    ));

  it("a path too long for a tar header is split at a slash", () => {
    const [header] = tarEntry(`${"d".repeat(90)}/${"f".repeat(90)}`, Buffer.from(""));
    assert.equal(header!.subarray(345, 435).toString(), "d".repeat(90));
    assert.throws(() => tarEntry("f".repeat(300), Buffer.from("")), /path too long/);
  });
});
