/** What the engine sends in the place of an unknown value. */
export const sentinel = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A secret as the engine sends it. */
export function secret(value: string): Record<string, string> {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}
