import type { JsonSchema } from "../catalogue/define/request";
import type { Schema } from "./model";

/** The schemas of a document that have names, collected while it is made. */
export class NamedSchemas {
  readonly #named = new Map<string, { readonly source: string; readonly schema: Schema }>();

  /** A schema as it stands in a document: titles become references. @throws {Error} when a title means two things */
  refer(schema: JsonSchema): Schema {
    const { title, properties, items, ...rest } = schema;
    const written: Schema = {
      ...rest,
      ...(properties && { properties: mapValues(properties, (one) => this.refer(one)) }),
      ...(items && { items: this.refer(items) }),
    };
    return title === undefined ? written : this.#name(title, JSON.stringify(schema), { title, ...written });
  }

  /** A reference to a schema that this document names. */
  name(title: string, schema: Schema): Schema {
    return this.#name(title, JSON.stringify(schema), schema);
  }

  /** All of them, in order of name. */
  all(): Readonly<Record<string, Schema>> {
    const entries = [...this.#named].map(([title, { schema }]) => [title, schema] as const);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #name(title: string, source: string, schema: Schema): Schema {
    if (!/^[A-Za-z0-9._-]+$/.test(title))
      throw new Error(`The catalogue has a schema of the title "${title}"; expected letters, digits and ._- alone`);
    const known = this.#named.get(title);
    if (known && known.source !== source)
      throw new Error(`The catalogue has two schemas of the title ${title}; give one of them another`);
    this.#named.set(title, { source, schema });
    return { $ref: `#/components/schemas/${title}` };
  }
}

const mapValues = <T, U>(values: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
