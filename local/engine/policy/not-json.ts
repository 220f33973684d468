/**
 * Why a text is not JSON, with the place and without what stands there, which may be secret.
 * @param error that JSON.parse threw
 */
export function notJson(error: unknown): string {
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec((error as Error).message) ?? [];
  return line === undefined ? "it is not JSON" : `it is not JSON: line ${line}, column ${column}`;
}
