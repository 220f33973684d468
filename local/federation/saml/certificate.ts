import { generateKeyPair, type KeyObject, sign } from "node:crypto";
import { promisify } from "node:util";

/** A private key and its certificate, both PEM. */
export interface KeyAndCertificate {
  readonly privateKey: string;
  readonly certificate: string;
}

/** A certificate as XML holds it: without the lines around it. */
export const unwrapped = (certificate: string) => certificate.replace(/-----[A-Z ]+-----|\s/g, "");

/**
 * A new RSA key with a certificate that it signed itself, valid from yesterday for ten years. Node.js reads X.509 and
 * does not write it; SAML needs no more than this of it, since its parties compare whole certificates.
 */
export async function selfSigned(commonName: string, now: Date = new Date()): Promise<KeyAndCertificate> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  return {
    privateKey: privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    certificate: pem(certificate(commonName, publicKey, privateKey, now)),
  };
}

/** @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
function certificate(commonName: string, publicKey: KeyObject, privateKey: KeyObject, now: Date): Buffer {
  const algorithm = sequence(sha256WithRsa, der(0x05));
  const name = sequence(der(0x31, sequence(commonNameType, der(0x0c, Buffer.from(commonName, "utf8")))));
  const validity = sequence(time(days(now, -1)), time(days(now, 3650)));
  const serial = der(0x02, Buffer.from([1]));
  const key = publicKey.export({ format: "der", type: "spki" });
  const body = sequence(serial, algorithm, name, validity, name, key);
  const noUnusedBits = Buffer.from([0]);
  return sequence(body, algorithm, der(0x03, noUnusedBits, sign("sha256", body, privateKey)));
}

/** 1.2.840.113549.1.1.11 */
const sha256WithRsa = der(0x06, Buffer.from("2a864886f70d01010b", "hex"));
/** 2.5.4.3 */
const commonNameType = der(0x06, Buffer.from("550403", "hex"));

/** One value of DER: tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function length(size: number): Buffer {
  if (size < 0x80) return Buffer.from([size]);
  const digits = size.toString(16);
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, "hex");
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

/** UTCTime, which reaches to 2049. */
const time = (date: Date) =>
  der(
    0x17,
    Buffer.from(
      `${date
        .toISOString()
        .replace(/[-:T]|\.\d+/g, "")
        .slice(2)}`,
    ),
  );

const days = (from: Date, count: number) => new Date(from.getTime() + count * 86_400_000);

function pem(bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g)!;
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
