import type { Control } from "../control";
import { cacheEncrypted } from "./cache-encrypted";
import { dataTraceOff } from "./data-trace-off";
import { defaultEndpointDisabledWithCustomDomain } from "./default-endpoint-disabled-with-custom-domain";
import { domainTls12 } from "./domain-tls12";
import { httpApiCorsNoWildcardWithCredentials } from "./http-api-cors-no-wildcard-with-credentials";
import { lambdaPermissionNoPublicPrincipal } from "./lambda-permission-no-public-principal";
import { lambdaPermissionSourceArnNamesOneApi } from "./lambda-permission-source-arn-names-one-api";
import { lambdaPermissionSourceScoped } from "./lambda-permission-source-scoped";
import { restApiRequestValidator } from "./rest-api-request-validator";
import { restMethodRequestValidator } from "./rest-method-request-validator";
import { restStageWaf } from "./rest-stage-waf";
import { stageAccessLogging } from "./stage-access-logging";
import { stageClientCertificate } from "./stage-client-certificate";
import { stageExecutionLogging } from "./stage-execution-logging";
import { stageThrottling } from "./stage-throttling";

/** What stands around the APIs: permissions, domains, stages. */
export const around: readonly Control[] = [
  lambdaPermissionNoPublicPrincipal,
  lambdaPermissionSourceScoped,
  lambdaPermissionSourceArnNamesOneApi,
  defaultEndpointDisabledWithCustomDomain,
  domainTls12,
  httpApiCorsNoWildcardWithCredentials,
  restStageWaf,
  stageAccessLogging,
  stageExecutionLogging,
  stageThrottling,
  stageClientCertificate,
  cacheEncrypted,
  dataTraceOff,
  restApiRequestValidator,
  restMethodRequestValidator,
];
