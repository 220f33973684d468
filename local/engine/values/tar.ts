const block = 512;

/** One file of a tar stream: its header, its content, and zeros up to a whole block. */
export function tarEntry(name: string, content: Buffer): Buffer[] {
  const padding = Buffer.alloc((block - (content.length % block)) % block);
  return [header(name, content.length), content, padding];
}

/** Two empty blocks end a tar stream. */
export const tarEnd = Buffer.alloc(2 * block);

/**
 * The header that Go's archive/tar writes for `{Name, Mode: 0600, Size}`, byte for byte: USTAR, no owner, epoch time.
 * Limits: names up to 100 bytes, or up to 255 where a slash lets them be split; ASCII.
 * @see https://pkg.go.dev/archive/tar#Header
 */
function header(name: string, size: number): Buffer {
  const [prefix, rest] = split(name);
  const bytes = Buffer.alloc(block);
  const text = (value: string, offset: number) => bytes.write(value, offset, "utf8");
  const octal = (value: number, offset: number, length: number) =>
    text(value.toString(8).padStart(length - 1, "0"), offset);
  text(rest, 0);
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  text("0", 156);
  text("ustar\u000000", 257);
  octal(0, 329, 8);
  octal(0, 337, 8);
  text(prefix, 345);
  bytes.fill(" ", 148, 156);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  octal(sum, 148, 7);
  bytes[154] = 0;
  return bytes;
}

function split(name: string): readonly [prefix: string, rest: string] {
  if (Buffer.byteLength(name) <= 100) return ["", name];
  const slash = name.lastIndexOf("/", 155);
  if (slash > 0 && name.length - slash - 1 <= 100) return [name.slice(0, slash), name.slice(slash + 1)];
  throw new Error(`the archive member ${name} has a path too long to be hashed; expected at most 255 characters`);
}
