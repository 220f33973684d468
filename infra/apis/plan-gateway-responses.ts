import type { Settings } from "../config/schema";
import { asMappings, planRestCors } from "./plan-cors";
import { problem, problemType } from "./problem";

/** How a REST API words one kind of its own refusals. AWS's status stays. */
export interface GatewayResponsePlan {
  readonly responseType: string;
  readonly responseParameters: Readonly<Record<string, string>>;
  readonly responseTemplates: Readonly<Record<string, string>>;
}

const message = "$context.error.messageString";

/** What a REST API's validator found, as the functions' wrapper lists it. AWS says in one text all that is wrong with a body. */
const bodyErrors = `[{"in":"body","name":"","message":"$context.error.validationErrorString"}]`;
const queryErrors = `[{"in":"query","name":"","message":${message}}]`;

/**
 * Every type, with AWS's own status, since a template cannot ask for it; the two defaults stand in for types that AWS adds later.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
const types: readonly { readonly type: string; readonly status?: number; readonly title: string; errors?: string }[] = [
  { type: "DEFAULT_4XX", title: "Request refused" },
  { type: "DEFAULT_5XX", title: "Internal server error" },
  { type: "ACCESS_DENIED", status: 403, title: "Forbidden" },
  { type: "API_CONFIGURATION_ERROR", status: 500, title: "Internal server error" },
  { type: "AUTHORIZER_CONFIGURATION_ERROR", status: 500, title: "Internal server error" },
  { type: "AUTHORIZER_FAILURE", status: 500, title: "Internal server error" },
  { type: "BAD_REQUEST_BODY", status: 400, title: "Bad request", errors: bodyErrors },
  { type: "BAD_REQUEST_PARAMETERS", status: 400, title: "Bad request", errors: queryErrors },
  { type: "EXPIRED_TOKEN", status: 403, title: "Forbidden" },
  { type: "INTEGRATION_FAILURE", status: 504, title: "Gateway timeout" },
  { type: "INTEGRATION_TIMEOUT", status: 504, title: "Gateway timeout" },
  { type: "INVALID_API_KEY", status: 403, title: "Forbidden" },
  { type: "INVALID_SIGNATURE", status: 403, title: "Forbidden" },
  { type: "MISSING_AUTHENTICATION_TOKEN", status: 403, title: "Forbidden" },
  { type: "QUOTA_EXCEEDED", status: 429, title: "Too many requests" },
  { type: "REQUEST_TOO_LARGE", status: 413, title: "Content too large" },
  { type: "RESOURCE_NOT_FOUND", status: 404, title: "Not found" },
  { type: "THROTTLED", status: 429, title: "Too many requests" },
  { type: "UNAUTHORIZED", status: 401, title: "Unauthorized" },
  { type: "UNSUPPORTED_MEDIA_TYPE", status: 415, title: "Unsupported media type" },
  { type: "WAF_FILTERED", status: 403, title: "Forbidden" },
];

/**
 * All of a REST API's own refusals: CORS headers, or browsers hide the status; and one kind of body, the functions' own.
 * Quotation marks in `validationErrorString` reach the client escaped: public templates rely on it, AWS does not say so.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export function planGatewayResponses(api: Settings["api"]): readonly GatewayResponsePlan[] {
  const responseParameters = asMappings("gatewayresponse", planRestCors(api));
  return types.map(({ type, status, title, errors }) => ({
    responseType: type,
    responseParameters,
    responseTemplates: { [problemType]: problem(status, title, message, errors) },
  }));
}
