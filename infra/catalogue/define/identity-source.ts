/**
 * What a Lambda authorizer looks at, and so what its answers are cached by. Every source must be in a request, or the caller is
 * refused without asking the function.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html
 */
export type IdentitySource = { readonly header: string } | { readonly query: string };

/** A request header, such as `Authorization`. */
export const header = (name: string): IdentitySource => ({ header: name });

/** A query parameter. */
export const query = (name: string): IdentitySource => ({ query: name });
