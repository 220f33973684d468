import { createDecipheriv, pbkdf2Sync } from "node:crypto";
import { readFileSync } from "node:fs";

const iterations = 1_000_000;
const keyBytes = 32;
const tagBytes = 16;

/**
 * The passphrase of a stack's secrets, from PULUMI_CONFIG_PASSPHRASE or the file that PULUMI_CONFIG_PASSPHRASE_FILE names;
 * undefined when neither is set. An empty passphrase is a passphrase.
 * @see https://www.pulumi.com/docs/iac/concepts/secrets/#available-encryption-providers
 */
export function findPassphrase(environment: NodeJS.ProcessEnv): string | undefined {
  const { PULUMI_CONFIG_PASSPHRASE: passphrase, PULUMI_CONFIG_PASSPHRASE_FILE: file } = environment;
  if (passphrase !== undefined) return passphrase;
  return file ? readFileSync(file, "utf8").trim() : undefined;
}

/**
 * Opens values that Pulumi's passphrase secrets provider has closed: `v1:<nonce>:<ciphertext and tag>`, AES-256-GCM.
 * The key takes about half a second, by intent.
 * @param state the stack's `encryptionsalt`: `v1:<salt>:v1:<nonce>:<the word "pulumi", closed>`
 * @throws Error when the passphrase is not the stack's, or a value is damaged.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/config/crypt.go
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/secrets/passphrase/manager.go
 */
export function passphraseDecrypter(passphrase: string, state: string): (ciphertext: string) => string {
  const [version, salt, ...check] = state.split(":");
  if (version !== "v1" || !salt || check.length === 0) throw new Error("encryptionsalt is damaged; expected v1:...");
  const key = pbkdf2Sync(passphrase, Buffer.from(salt, "base64"), iterations, keyBytes, "sha256");
  let word: string | undefined;
  try {
    word = open(key, check.join(":"));
  } catch {
    // A wrong key shows as a failed authentication tag.
  }
  if (word !== "pulumi")
    throw new Error("PULUMI_CONFIG_PASSPHRASE is not the passphrase that closed this stack's secrets");
  return (ciphertext) => open(key, ciphertext);
}

function open(key: Buffer, value: string): string {
  const [version, nonce, sealed, ...rest] = value.split(":");
  if (version !== "v1" || !nonce || !sealed || rest.length > 0) throw new Error("expected v1:<nonce>:<ciphertext>");
  const bytes = Buffer.from(sealed, "base64");
  if (bytes.length < tagBytes) throw new Error("it is shorter than its own check");
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64"), { authTagLength: tagBytes });
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString("utf8");
}
