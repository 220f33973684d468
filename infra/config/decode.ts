/** A setting as Pulumi hands it over: lists, objects, flags and numbers are JSON; anything else is a text. */
export function decode(text: string): unknown {
  if (!/^(?:[[{]|true$|false$)/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
