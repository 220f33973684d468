import { z } from "zod";

/** A text that other teams read: what it means, one as it may look, and what every one looks like. */
export const text = (meaning: string, example: string, pattern: RegExp = /./) =>
  z
    .string()
    .regex(pattern)
    .meta({ description: meaning, examples: [example] });

/** Several texts, in no order that means anything. */
export const list = (meaning: string, ...examples: readonly string[]) =>
  z.array(z.string()).meta({ description: meaning, examples: [examples] });

export const httpsUrl = (meaning: string, example: string) => text(meaning, example, /^https:\/\/\S+[^/]$/);

export const arn = (service: string, meaning: string, example: string) =>
  text(meaning, example, new RegExp(`^arn:aws[a-z-]*:${service}:`));

/** One output for each name: `clientId` and `storefront` make `clientIdStorefront`. */
export const forEachOf = <Prefix extends string, Name extends string, Field extends z.ZodType>(
  prefix: Prefix,
  names: readonly Name[],
  field: (name: Name) => Field,
) =>
  Object.fromEntries(names.map((name) => [named(prefix, name), field(name)])) as {
    [Key in Name as `${Prefix}${Capitalize<Key>}`]: Field;
  };

/** @see forEachOf */
export const named = <Prefix extends string, Name extends string>(prefix: Prefix, name: Name) =>
  `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}` as `${Prefix}${Capitalize<Name>}`;

/** The same names for what there is: values without what is read are left out. */
export const eachOf = <Prefix extends string, Name extends string, Value, Found>(
  prefix: Prefix,
  values: Readonly<Record<Name, Value>>,
  read: (value: Value) => Found | undefined,
) =>
  Object.fromEntries(
    Object.entries<Value>(values).flatMap(([name, value]) => {
      const found = read(value);
      return found === undefined ? [] : [[named(prefix, name), found]];
    }),
  ) as { [Key in Name as `${Prefix}${Capitalize<Key>}`]: Found };
