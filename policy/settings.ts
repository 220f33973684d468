/** A setting's value, as the configuration's JSON has it. */
export type SettingValue =
  | boolean
  | number
  | string
  | readonly SettingValue[]
  | { readonly [key: string]: SettingValue };

/** A control's settings after the check: every key declared, defaults filled in. */
export type Settings = { readonly [key: string]: SettingValue };

/** JSON schema, as far as settings need it. `description` ends the sentence "expected ...". */
export type SettingSchema = {
  readonly description: string;
  readonly default?: SettingValue;
} & (
  | { readonly type: "boolean" }
  | { readonly type: "integer"; readonly minimum: number; readonly maximum: number }
  | { readonly type: "string"; readonly pattern: string; readonly format?: "date" }
  | { readonly type: "array"; readonly items: SettingSchema }
  | {
      readonly type: "object";
      readonly properties: SettingsSchema;
      readonly required: readonly string[];
      readonly additionalProperties: false;
    }
);

export type SettingsSchema = { readonly [key: string]: SettingSchema };

/** Configuration that cannot be used. Its stack is its message: the reader needs the key, not our frames. */
export class SettingsFault extends Error {
  /** @param faults Sentences that begin with the policy and the key. */
  constructor(readonly faults: readonly string[]) {
    super(["the policy pack's configuration cannot be used:", ...faults.map((fault) => `  - ${fault}`)].join("\n"));
    this.stack = this.message;
  }
}

/**
 * Checks what the engine passed to `Configure` for one policy, and fills in defaults.
 * The Pulumi CLI checks configuration against the schema too, but not every engine does, nor says which key is wrong.
 * @throws SettingsFault naming every fault at once.
 */
export function parseSettings(
  policy: string,
  schema: SettingsSchema,
  given: Readonly<Record<string, unknown>>,
): Settings {
  const settings: Record<string, SettingValue> = {};
  const faults = Object.keys(given).flatMap((key) => unexpected(schema, policy, key));
  for (const [key, setting] of Object.entries(schema)) {
    const value = given[key] ?? setting.default;
    if (value === undefined) continue;
    faults.push(...faultsOf(setting, `${policy}.${key}`, value));
    settings[key] = value as SettingValue;
  }
  if (faults.length > 0) throw new SettingsFault(faults);
  return settings;
}

function faultsOf(schema: SettingSchema, path: string, value: unknown): string[] {
  const wrong = [`${path} is ${describe(value)}; expected ${schema.description}`];
  switch (schema.type) {
    case "boolean":
      return typeof value === "boolean" ? [] : wrong;
    case "integer":
      return Number.isInteger(value) && Number(value) >= schema.minimum && Number(value) <= schema.maximum ? [] : wrong;
    case "string":
      return typeof value === "string" && new RegExp(schema.pattern).test(value) && isFormat(schema.format, value)
        ? []
        : wrong;
    case "array":
      return Array.isArray(value)
        ? value.flatMap((item, index) => faultsOf(schema.items, `${path}[${index}]`, item))
        : wrong;
    case "object":
      return isRecord(value) ? faultsOfObject(schema, path, value) : wrong;
  }
}

function faultsOfObject(
  schema: Extract<SettingSchema, { type: "object" }>,
  path: string,
  value: Readonly<Record<string, unknown>>,
): string[] {
  const faults = Object.keys(value).flatMap((key) => unexpected(schema.properties, path, key));
  for (const [key, property] of Object.entries(schema.properties)) {
    const present = value[key] !== undefined && value[key] !== null;
    if (present) faults.push(...faultsOf(property, `${path}.${key}`, value[key]));
    else if (schema.required.includes(key)) faults.push(`${path}.${key} is missing; expected ${property.description}`);
  }
  return faults;
}

function unexpected(schema: SettingsSchema, path: string, key: string): string[] {
  if (Object.hasOwn(schema, key)) return [];
  const known = Object.keys(schema);
  return [`${path}.${key} is not a setting; expected ${known.length > 0 ? known.join(", ") : "enforcementLevel only"}`];
}

function isFormat(format: "date" | undefined, value: string): boolean {
  if (format === undefined) return true;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (isRecord(value)) return "an object";
  return JSON.stringify(value);
}
