import type { Control } from "../control";
import { authorizerCacheHasIdentitySource } from "./authorizer-cache-has-identity-source";
import { authorizerCacheSharedAcrossMethods } from "./authorizer-cache-shared-across-methods";
import { authorizerIsUsed } from "./authorizer-is-used";
import { authorizerPermissionScoped } from "./authorizer-permission-scoped";
import { authorizerScopeDeclared } from "./authorizer-scope-declared";
import { authorizerScopeNotSelfService } from "./authorizer-scope-not-self-service";
import { authorizerScopes } from "./authorizer-scopes";
import { cacheInvalidationNeedsAuthorization } from "./cache-invalidation-needs-authorization";
import { cognitoAuthorizerProviderArns } from "./cognito-authorizer-provider-arns";
import { deploymentRedeploysOnAuthChange } from "./deployment-redeploys-on-auth-change";
import { exceptedMethodHasItsPath } from "./excepted-method-has-its-path";
import { exceptionsAreInUse } from "./exceptions-are-in-use";
import { httpQuickCreateOpenDefaultRoute } from "./http-quick-create-open-default-route";
import { httpRouteHasAuthorizer } from "./http-route-has-authorizer";
import { jwtAuthorizerAudienceIssuer } from "./jwt-authorizer-audience-issuer";
import { methodAuthorizerIdPresent } from "./method-authorizer-id-present";
import { methodAuthorizerOfSameApi } from "./method-authorizer-of-same-api";
import { methodAuthorizerTypeMatches } from "./method-authorizer-type-matches";
import { openCatchAllBesideAuthorizedRoute } from "./open-catch-all-beside-authorized-route";
import { openapiOperationHasAuthorizer } from "./openapi-operation-has-authorizer";
import { optionsExemptOnlyIfMock } from "./options-exempt-only-if-mock";
import { restMethodHasAuthorizer } from "./rest-method-has-authorizer";
import { routeAuthorizerIdPresent } from "./route-authorizer-id-present";
import { websocketConnectHasAuthorizer } from "./websocket-connect-has-authorizer";

/** Every way into an API has an authorizer. */
export const waysIn: readonly Control[] = [
  restMethodHasAuthorizer,
  httpRouteHasAuthorizer,
  websocketConnectHasAuthorizer,
  optionsExemptOnlyIfMock,
  openapiOperationHasAuthorizer,
  httpQuickCreateOpenDefaultRoute,
  openCatchAllBesideAuthorizedRoute,
  methodAuthorizerIdPresent,
  routeAuthorizerIdPresent,
  methodAuthorizerOfSameApi,
  methodAuthorizerTypeMatches,
  authorizerIsUsed,
  cognitoAuthorizerProviderArns,
  jwtAuthorizerAudienceIssuer,
  authorizerScopes,
  authorizerScopeDeclared,
  authorizerScopeNotSelfService,
  authorizerCacheHasIdentitySource,
  authorizerCacheSharedAcrossMethods,
  authorizerPermissionScoped,
  deploymentRedeploysOnAuthChange,
  cacheInvalidationNeedsAuthorization,
  exceptedMethodHasItsPath,
  exceptionsAreInUse,
];
