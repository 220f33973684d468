/** A reason for which a REST API answers by itself. Its gateway response can be changed by the API's owner. */
export interface RestRefusal {
  /** Gateway response type, such as `UNAUTHORIZED`; `DEFAULT_5XX` for those without a type of their own. */
  readonly type: string;
  readonly status: number;
  /** `x-amzn-errortype`. */
  readonly errorType: string;
  /** `$context.error.message`. */
  readonly message: string | null;
  /** Name of the field that holds the message in the answer that nobody changed. */
  readonly field: "message" | "Message";
  /** `$context.error.validationErrorString`: what is wrong with a body. */
  readonly validation?: string;
}

const refusal = (
  type: string,
  status: number,
  errorType: string,
  message: string | null,
  field: RestRefusal["field"] = "message",
): RestRefusal => ({ type, status, errorType, message, field });

const denied = "User is not authorized to access this resource";

/**
 * The refusals that the gateway gives. Types and statuses are documented. AWS does not list messages and error types: the common
 * ones are as callers report them, those of `AUTHORIZER_FAILURE` and `REQUEST_TOO_LARGE` follow their pattern.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 * @see https://repost.aws/knowledge-center/api-gateway-403-error-lambda-authorizer
 */
export const restRefusals = {
  unauthorized: refusal("UNAUTHORIZED", 401, "UnauthorizedException", "Unauthorized"),
  /** Status and message as in https://github.com/aws-amplify/amplify-js/issues/6060; the type follows from the 401. */
  expired: refusal("UNAUTHORIZED", 401, "UnauthorizedException", "The incoming token has expired"),
  implicitlyDenied: refusal("ACCESS_DENIED", 403, "AccessDeniedException", denied, "Message"),
  explicitlyDenied: refusal(
    "ACCESS_DENIED",
    403,
    "AccessDeniedException",
    `${denied} with an explicit deny`,
    "Message",
  ),
  missingAuthenticationToken: refusal(
    "MISSING_AUTHENTICATION_TOKEN",
    403,
    "MissingAuthenticationTokenException",
    "Missing Authentication Token",
  ),
  /** The function failed. */
  authorizerFailure: refusal("AUTHORIZER_FAILURE", 500, "AuthorizerFailureException", null),
  /** The function may not be called, or its answer cannot be read: https://github.com/serverless/examples/issues/305 */
  authorizerConfiguration: refusal("AUTHORIZER_CONFIGURATION_ERROR", 500, "AuthorizerConfigurationException", null),
  apiConfiguration: refusal("API_CONFIGURATION_ERROR", 500, "InternalServerErrorException", "Internal server error"),
  /** The function failed, or its answer is not that of a proxy integration. */
  malformedProxyResponse: refusal("DEFAULT_5XX", 502, "InternalServerErrorException", "Internal server error"),
  integrationTimeout: refusal("INTEGRATION_TIMEOUT", 504, "InternalServerErrorException", "Endpoint request timed out"),
  tooLarge: refusal("REQUEST_TOO_LARGE", 413, "RequestTooLargeException", "Request Too Long"),
  forbidden: refusal("INVALID_API_KEY", 403, "ForbiddenException", "Forbidden"),
  throttled: refusal("THROTTLED", 429, "TooManyRequestsException", "Too Many Requests"),
  quotaExceeded: refusal("QUOTA_EXCEEDED", 429, "LimitExceededException", "Limit Exceeded"),
  unsupportedMediaType: refusal("UNSUPPORTED_MEDIA_TYPE", 415, "BadRequestException", "Unsupported Media Type"),
  invalidBody: refusal("BAD_REQUEST_BODY", 400, "BadRequestException", "Invalid request body"),
  /** @see https://repost.aws/knowledge-center/api-gateway-network-endpoint-error */
  unreachable: refusal(
    "INTEGRATION_FAILURE",
    504,
    "InternalServerErrorException",
    "Network error communicating with endpoint",
  ),
} as const;

/** @param names - Of the parameters that are absent or empty, without their place. */
export const missingParameters = (names: readonly string[]): RestRefusal =>
  refusal(
    "BAD_REQUEST_PARAMETERS",
    400,
    "BadRequestException",
    `Missing required request parameters: [${names.join(", ")}]`,
  );
