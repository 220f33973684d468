import { existsSync } from "node:fs";
import { mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Packages that Lambda's Node.js runtime ships, so that bundles may leave them out.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html#nodejs-sdk-included
 */
const scopes = ["@aws-sdk", "@smithy"];

/**
 * Lends functions below `folder` the AWS SDK that the program itself has installed, and nothing else of its packages: what
 * a bundle forgot is missing here as it would be in Lambda.
 */
export async function shipSdk(programDirectory: string, folder: string): Promise<void> {
  const target = join(folder, "node_modules");
  await mkdir(target, { recursive: true });
  for (const scope of scopes) {
    const found = nearest(programDirectory, join("node_modules", scope));
    if (found !== undefined) await symlink(found, join(target, scope), "junction");
  }
}

function nearest(folder: string, path: string): string | undefined {
  const candidate = join(folder, path);
  if (existsSync(candidate)) return candidate;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearest(parent, path);
}
