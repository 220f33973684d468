/** Something that AWS can do and this gateway cannot: it ends as a 501 that names it. */
export class NotSimulated extends Error {
  constructor(readonly what: string) {
    super(`${what} is not simulated locally`);
    this.name = "NotSimulated";
  }
}
