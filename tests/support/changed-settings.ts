import { settingTexts } from "./settings";

/** New values by path; `undefined` takes a setting out, `copy:X` copies a neighbour. */
export type Changes = Readonly<Record<string, unknown>>;

/** The committed texts of a stack with some settings changed. */
export function changedTexts(stack: "dev" | "prod", changes: Changes): Record<string, string> {
  const settings = Object.fromEntries(
    Object.entries(settingTexts(stack)).map(([key, text]) => [
      key,
      /^[[{]|^(true|false)$/.test(text) ? JSON.parse(text) : text,
    ]),
  );
  for (const [path, value] of Object.entries(changes)) change(settings, path.split("."), value);
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

function change(settings: Record<string, unknown>, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined) return;
  if (rest.length > 0) {
    settings[key] ??= {};
    change(settings[key] as Record<string, unknown>, rest, value);
  } else if (value === undefined) delete settings[key];
  else {
    const [, source] = (typeof value === "string" && /^copy:(\w+)$/.exec(value)) || [];
    settings[key] = source === undefined ? value : structuredClone(settings[source]);
  }
}
