import assert from "node:assert/strict";
import { createCipheriv, pbkdf2Sync, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProject } from "../../../local/engine/project";
import { type ConfigValue, configValue, placeholder } from "../../../local/engine/project/config-value";
import { findPassphrase, passphraseDecrypter } from "../../../local/engine/project/secure";
import { mergeConfig } from "../../../local/engine/project/settings";

const salt = randomBytes(8);
const key = pbkdf2Sync("open sesame", salt, 1_000_000, 32, "sha256");

/** Closes a value as `pulumi config set --secret` does. */
function close(text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `v1:${nonce.toString("base64")}:${sealed.toString("base64")}`;
}

const state = `v1:${salt.toString("base64")}:${close("pulumi")}`;

describe("passphraseDecrypter", () => {
  it("opens what the passphrase closed, and nothing that was changed since", () => {
    const open = passphraseDecrypter("open sesame", state);
    assert.equal(open(close("häagen")), "häagen");
    const damaged = close("x").replace(/:(.)(?=[^:]*$)/, (_, first) => `:${first === "A" ? "B" : "A"}`);
    assert.throws(() => open(damaged));
    assert.throws(() => open("v1:short:AA=="), /shorter than its own check/);
  });

  it("says when the passphrase is another, without repeating it", () => {
    assert.throws(
      () => passphraseDecrypter("open barley", state),
      (error: Error) => error.message.includes("is not the passphrase") && !error.message.includes("barley"),
    );
  });

  it("refuses a damaged salt", () =>
    assert.throws(() => passphraseDecrypter("x", "v2:a:b"), /encryptionsalt is damaged/));
});

describe("findPassphrase", () => {
  it("takes an empty passphrase for one", () => assert.equal(findPassphrase({ PULUMI_CONFIG_PASSPHRASE: "" }), ""));
  it("finds none where none is set", () => assert.equal(findPassphrase({}), undefined));
});

describe("a secret in the configuration", () => {
  const opens = (ciphertext: string) => `open-${ciphertext}`;
  const cannot = () => undefined;
  for (const [why, value, decrypt, expected] of [
    [
      "is opened at the top",
      { secure: "x" },
      opens,
      { text: "open-x", structured: false, secret: true, placeholder: false },
    ],
    [
      "is opened inside, and makes the whole value secret",
      { a: [{ secure: "x" }], b: "y" },
      opens,
      { text: '{"a":["open-x"],"b":"y"}', structured: true, secret: true, placeholder: false },
    ],
    [
      "gives way to a placeholder",
      { a: { secure: "x" } },
      cannot,
      { text: `{"a":"${placeholder}"}`, structured: true, secret: true, placeholder: true },
    ],
    [
      "is none when other keys stand beside it",
      { secure: "x", other: "y" },
      cannot,
      { text: '{"other":"y","secure":"x"}', structured: true, secret: false, placeholder: false },
    ],
  ] as [string, Parameters<typeof configValue>[0], Parameters<typeof configValue>[1], ConfigValue][]) {
    it(why, () => assert.deepEqual(configValue(value, decrypt), expected));
  }

  const declared = [{ key: "p:n", secret: true, type: { type: "integer" } }] as const;
  const faultsOf = (decrypt: (text: string) => string | undefined) => {
    const faults: string[] = [];
    mergeConfig("p", new Map([["p:n", { secure: "hunter2" }]]), declared, decrypt, (fault) => faults.push(fault));
    return faults;
  };
  it("is not asked for its type while a placeholder stands in", () => assert.deepEqual(faultsOf(cannot), []));
  it("is never shown when its type is wrong", () =>
    assert.deepEqual(faultsOf(opens), ["config.p:n is of another type; Pulumi.yaml declares it as integer"]));
});

describe("a project with secrets", () => {
  const read = (environment: NodeJS.ProcessEnv) => {
    const directory = mkdtempSync(join(tmpdir(), "secrets-"));
    try {
      writeFileSync(join(directory, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
      const config = `config:\n  plain: x\n  key: { secure: "${close("häagen")}" }\n  deep: { a: { secure: "${close("b")}" } }\n`;
      writeFileSync(join(directory, "Pulumi.dev.yaml"), `encryptionsalt: ${state}\n${config}`);
      return readProject(directory, "dev", undefined, environment);
    } finally {
      rmSync(directory, { recursive: true });
    }
  };

  it("opens them with the passphrase, and says which values they are", () => {
    const { config, secretKeys, placeholders } = read({ PULUMI_CONFIG_PASSPHRASE: "open sesame" });
    assert.deepEqual(config, { "shop:plain": "x", "shop:key": "häagen", "shop:deep": '{"a":"b"}' });
    assert.deepEqual([secretKeys, placeholders], [["shop:deep", "shop:key"], []]);
  });

  it("puts placeholders in their place without it, and says where", () => {
    const { config, secretKeys, placeholders } = read({});
    assert.deepEqual(config, { "shop:plain": "x", "shop:key": placeholder, "shop:deep": `{"a":"${placeholder}"}` });
    assert.deepEqual(
      [secretKeys, placeholders],
      [
        ["shop:deep", "shop:key"],
        ["shop:deep", "shop:key"],
      ],
    );
  });

  it("does not run with another passphrase", () =>
    assert.throws(
      () => read({ PULUMI_CONFIG_PASSPHRASE: "open barley" }),
      /^ProjectError: Pulumi\.dev\.yaml cannot be used:\n {2}- PULUMI_CONFIG_PASSPHRASE is not the passphrase/,
    ));
});
