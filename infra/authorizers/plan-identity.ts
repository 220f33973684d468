import type { JudgingAuthorizer } from "../catalogue/define/authorizer";
import { header, type IdentitySource } from "../catalogue/define/identity-source";

type Sources = readonly [IdentitySource, ...IdentitySource[]];

/** Where an authorizer finds the token (the first), and what else its answers are cached by. */
export const identityOf = (authorizer: JudgingAuthorizer): Sources =>
  (authorizer.kind === "lambda" ? authorizer.identity : undefined) ?? [header("Authorization")];

/** @see https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html */
export const restSource = (source: IdentitySource): string =>
  "header" in source ? `method.request.header.${source.header}` : `method.request.querystring.${source.query}`;

/** @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html */
export const httpSource = (source: IdentitySource): string =>
  "header" in source ? `$request.header.${source.header}` : `$request.querystring.${source.query}`;

/** In words, for messages. */
export const describeSource = (source: IdentitySource): string =>
  "header" in source ? `the header ${source.header}` : `the query parameter ${source.query}`;
