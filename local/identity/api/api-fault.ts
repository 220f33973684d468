/** An error of the user pools API, by the name that the SDKs know it by. */
export class ApiFault extends Error {
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}
