import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { PropertyMap, PropertyValue } from "../model";
import { tarEnd, tarEntry } from "./tar";
import { isMap, isSigned, mapChildren } from "./values";

/** What an archive file's name ends with; any other path must be a folder. */
const archiveFile = /\.(tar|tgz|tar\.gz|zip|jar)$/;

/** The folder that Pulumi keeps for itself, and never packs. */
const bookkeeping = ".pulumi";

/**
 * Adds to each asset and archive the SHA-256 of its content, as the real engine does when a registration arrives.
 * A remote one gets none: the local engine has no network.
 * @param directory where relative paths start: the program's working directory.
 * @throws Error when a file or folder cannot be read.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/archive/archive.go
 */
export function withHashes(value: PropertyMap, directory: string): PropertyMap;
export function withHashes(value: PropertyValue, directory: string): PropertyValue;
export function withHashes(value: PropertyValue, directory: string): PropertyValue {
  const inner = mapChildren(value, (child) => withHashes(child, directory));
  const hash = hashOf(inner, directory);
  return isMap(inner) && hash !== undefined ? { ...inner, hash } : inner;
}

function hashOf(value: PropertyValue, directory: string): string | undefined {
  if (!isMap(value) || value.hash !== undefined || typeof value.uri === "string") return undefined;
  if (isSigned(value, "asset")) return sha256((hash) => hash.update(assetContent(value, directory)));
  return isSigned(value, "archive") ? archiveHash(value, directory) : undefined;
}

/** The content of a string or file asset. */
export function assetContent(asset: PropertyMap, directory: string): Buffer {
  if (typeof asset.path === "string") return readFileSync(resolve(directory, asset.path));
  if (typeof asset.uri === "string") throw new Error(`the asset ${asset.uri} is remote; expected a file or a string`);
  return Buffer.from(typeof asset.text === "string" ? asset.text : "");
}

/** The files of a folder or of a map of assets, in the order in which they are packed. */
export function archiveMembers(archive: PropertyMap, directory: string): readonly (readonly [string, Buffer])[] {
  const found = new Map<string, Buffer>();
  for (const [name, content] of members(archive, directory)) if (!found.has(name)) found.set(name, content);
  return [...found];
}

function archiveHash(archive: PropertyMap, directory: string): string {
  const { path } = archive;
  if (typeof path === "string" && archiveFile.test(path))
    return sha256((hash) => hash.update(readFileSync(resolve(directory, path))));
  return sha256((hash) => {
    for (const [name, content] of archiveMembers(archive, directory))
      for (const part of tarEntry(name, content)) hash.update(part);
    hash.update(tarEnd);
  });
}

function* members(archive: PropertyMap, directory: string): Generator<readonly [string, Buffer]> {
  if (typeof archive.path === "string") {
    yield* folderMembers(resolve(directory, archive.path), "");
    return;
  }
  const assets = isMap(archive.assets) ? archive.assets : {};
  for (const name of Object.keys(assets).sort()) {
    const member = assets[name];
    if (isSigned(member, "asset")) yield [name, assetContent(member, directory)];
    if (isSigned(member, "archive"))
      for (const [inner, content] of members(member, directory)) yield [`${name}/${inner}`, content];
  }
}

function* folderMembers(folder: string, prefix: string): Generator<readonly [string, Buffer]> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name === bookkeeping) continue;
    const path = join(folder, entry.name);
    const isLinkToFolder = entry.isSymbolicLink() && statSync(path).isDirectory();
    if (entry.isDirectory()) yield* folderMembers(path, `${prefix}${entry.name}/`);
    else if (!isLinkToFolder) yield [`${prefix}${entry.name}`, readFileSync(path)];
  }
}

function sha256(feed: (hash: Hash) => void): string {
  const hash = createHash("sha256");
  feed(hash);
  return hash.digest("hex");
}
