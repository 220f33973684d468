import type { Control } from "../control";
import { exceptedMethodHasItsPath } from "./excepted-method-has-its-path";
import { exceptionsAreInUse } from "./exceptions-are-in-use";
import { httpQuickCreateOpenDefaultRoute } from "./http-quick-create-open-default-route";
import { httpRouteHasAuthorizer } from "./http-route-has-authorizer";
import { methodAuthorizerIdPresent } from "./method-authorizer-id-present";
import { restMethodHasAuthorizer } from "./rest-method-has-authorizer";
import { routeAuthorizerIdPresent } from "./route-authorizer-id-present";

/** Every policy of the pack. */
export const controls: readonly Control[] = [
  restMethodHasAuthorizer,
  httpRouteHasAuthorizer,
  httpQuickCreateOpenDefaultRoute,
  methodAuthorizerIdPresent,
  routeAuthorizerIdPresent,
  exceptedMethodHasItsPath,
  exceptionsAreInUse,
];
