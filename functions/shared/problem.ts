/**
 * A fault of the caller's, answered as `application/problem+json`.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export class Problem extends Error {
  constructor(
    readonly status: 400 | 401 | 404 | 405,
    readonly title: string,
    readonly detail: string,
  ) {
    super(`${title}: ${detail}`);
  }
}
