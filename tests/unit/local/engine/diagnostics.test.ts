import assert from "node:assert/strict";
import type { Diagnostic } from "../../../../local/engine/contract";
import { Diagnostics } from "../../../../local/engine/diagnostics";
import { secret } from "../../../../local/engine/values";

describe("a message", () => {
  for (const { why, secrets, message, shown } of [
    {
      why: "hides a secret wherever it stands",
      secrets: ["pa.ss"],
      message: "pa.ss, pass, xpa.ssx",
      shown: "[secret], pass, x[secret]x",
    },
    { why: "hides the longer of two secrets whole", secrets: ["abc", "abcdef"], message: "abcdef", shown: "[secret]" },
    {
      why: "hides the long texts of a structured secret",
      secrets: ['{"key":"0123456789","is":true}'],
      message: "0123456789 true",
      shown: "[secret] true",
    },
    { why: "does not hide a text of two letters", secrets: ["ab"], message: "about", shown: "about" },
    { why: "does not hide the words true and false", secrets: ["true"], message: "it is true", shown: "it is true" },
    { why: "has no colours", secrets: [], message: "\u001b[31mred\u001b[0m", shown: "red" },
    {
      why: "is not harmed by a secret of special signs",
      secrets: ["a+b(c)[d]$^|\\"],
      message: "a+b(c)[d]$^|\\!",
      shown: "[secret]!",
    },
  ])
    it(why, () => {
      const heard: Diagnostic[] = [];
      const diagnostics = new Diagnostics((diagnostic) => heard.push(diagnostic));
      for (const text of secrets) diagnostics.hide(text);
      diagnostics.report("info", message, "urn");
      assert.deepEqual(heard, [{ severity: "info", message: shown, urn: "urn" }]);
      assert.deepEqual(diagnostics.all, heard);
    });

  it("hides the long texts of a value's secrets, and only of those", () => {
    const diagnostics = new Diagnostics();
    diagnostics.hideSecretsOf({ plain: "public-text", deep: [{ key: secret({ a: "hidden-text", method: "GET" }) }] });
    assert.equal(diagnostics.masked("public-text hidden-text GET"), "public-text [secret] GET");
  });
});
