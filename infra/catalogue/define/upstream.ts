/** A service of another team that routes pass requests on to. Where it is differs by environment: `upstreams` in Pulumi.<stack>.yaml. */
export interface UpstreamDeclaration {
  readonly description: string;
  /**
   * Why it may see callers' tokens, with which it could call in their name. An HTTP API cannot take the Authorization header out of a
   * request, so a guarded route to this upstream needs it there; a REST API withholds tokens in any case. Default: it may not.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html#http-api-mapping-reserved-headers
   */
  readonly seesTokens?: string;
}

export const defineUpstreams = <const T extends Readonly<Record<string, UpstreamDeclaration>>>(upstreams: T): T =>
  upstreams;
