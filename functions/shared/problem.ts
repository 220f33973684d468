/** One thing that is wrong with a request. */
export interface RequestFault {
  readonly in: "path" | "query" | "body";
  /** The parameter, or the place in the body such as `address.city`. Empty: all of the body. */
  readonly name: string;
  /** What is wrong there, and what is expected. */
  readonly message: string;
}

/**
 * A fault of the caller's, answered as `application/problem+json`.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export class Problem extends Error {
  constructor(
    readonly status: 400 | 401 | 404 | 405 | 415,
    readonly title: string,
    readonly detail: string,
    readonly errors?: readonly RequestFault[],
  ) {
    super(`${title}: ${detail}`);
  }

  /** What the caller is told. */
  get body() {
    const { title, status, detail, errors } = this;
    return { title, status, detail, ...(errors && { errors }) };
  }
}
