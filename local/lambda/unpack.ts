import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, normalize, resolve } from "node:path";
import type { PropertyValue } from "../engine/model";
import { isSigned } from "../engine/values";
import { archiveMembers } from "../engine/values/assets";

/**
 * Lays a function's code out in `target`, as Lambda lays it out in `/var/task`.
 * Reads asset archives (files, texts and archives in them) and file archives that are folders.
 * Errors: a packed file (.zip, .jar, .tgz), remote code and code in S3 cannot be read here.
 * @param base - Absolute folder where relative paths start.
 */
export function unpack(code: PropertyValue | undefined, base: string, target: string): void {
  if (!isSigned(code, "archive") || "uri" in code) {
    throw new Error("its code is not an archive on this machine; expected an asset archive or a folder");
  }
  if (typeof code.path === "string") requireFolder(resolve(base, code.path), code.path);
  const members = archiveMembers(code, base);
  if (members.length === 0) throw new Error("its code is an empty archive; expected at least the file of its handler");
  for (const [name, content] of members) {
    const path = inside(target, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

function requireFolder(folder: string, path: string): void {
  if (!existsSync(folder)) throw new Error(`its code, ${path}, does not exist`);
  if (!statSync(folder).isDirectory())
    throw new Error(`its code, ${path}, is a packed file; expected a folder or an asset archive`);
}

/** Keeps names such as `../x` from leaving the folder. */
function inside(folder: string, name: string): string {
  const path = normalize(name);
  if (isAbsolute(path) || path.startsWith(".."))
    throw new Error(`its code holds the entry "${name}", which leaves the archive`);
  return join(folder, path);
}
