import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** `<package>:<module>/<file>:<Name>`, or `<package>:<module>:<Name>` where the name is the file's. */
const token = /^([a-z]+):([a-z0-9]+)(?:\/([A-Za-z0-9]+))?:([A-Za-z0-9]+)$/;

/** Where a token's file is, without its ending: `aws/cognito/user-pool`. Undefined when it is no such token. */
export function fileOf(text: string): string | undefined {
  const [, library, module, file, name] = token.exec(text) ?? [];
  if (library === undefined || module === undefined || name === undefined) return undefined;
  return [library, ...(module === "index" ? [] : [module]), kebab(file ?? name)].join("/");
}

const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();

/** A folder of modules as a map by token. Each is loaded when first asked for; only walking over the map loads all. */
export class FolderMap<Value extends object> implements ReadonlyMap<string, Value> {
  readonly #known = new Map<string, Value | undefined>();

  /** @param libraries the folders below `folder` that hold modules; other code may stand beside them */
  constructor(
    private readonly folder: string,
    private readonly libraries: readonly string[],
    private readonly keyOf: (value: Value) => string,
  ) {}

  get(key: string): Value | undefined {
    if (!this.#known.has(key)) this.#known.set(key, this.load(fileOf(key), key));
    return this.#known.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  private load(file: string | undefined, key?: string): Value | undefined {
    const path = file === undefined ? undefined : join(this.folder, file);
    if (path === undefined || !(existsSync(`${path}.ts`) || existsSync(`${path}.js`))) return undefined;
    const found = Object.values(require(path) as Record<string, Value>).filter((value) => this.isEntry(value));
    return found.find((value) => key === undefined || this.keyOf(value) === key);
  }

  /** Two modules share a folder with helpers, whose exports have no token. */
  private isEntry(value: unknown): value is Value {
    return typeof value === "object" && value !== null && typeof this.keyOf(value as Value) === "string";
  }

  private all(): Map<string, Value> {
    const files = this.libraries.flatMap((library) =>
      readdirSync(join(this.folder, library), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.[jt]s$/.test(file))
        .map((file) => join(library, file.slice(0, -3))),
    );
    const values = files.sort().map((file) => this.load(file));
    return new Map(values.filter((value) => value !== undefined).map((value) => [this.keyOf(value), value]));
  }

  get size(): number {
    return this.all().size;
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    this.all().forEach((value, key) => {
      visit(value, key, this);
    });
  }

  entries(): MapIterator<[string, Value]> {
    return this.all().entries();
  }

  keys(): MapIterator<string> {
    return this.all().keys();
  }

  values(): MapIterator<Value> {
    return this.all().values();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }
}
