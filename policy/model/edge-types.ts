import { families } from "../resource-types";

// The families that several controls judge together, and types that belong to none of them.

export const restApis: readonly string[] = families.restApi;
export const restMethods: readonly string[] = families.restMethod;
export const restStages: readonly string[] = families.restStage;
export const restDeployments: readonly string[] = families.restDeployment;
/** Settings by method as resources of their own. aws-native has them as a list of the Stage. */
export const methodSettings: readonly string[] = families.restMethodSettings;
export const httpApis: readonly string[] = families.httpApi;
export const httpStages: readonly string[] = families.httpStage;
export const httpDomains: readonly string[] = families.httpDomain;
export const permissions: readonly string[] = families.lambdaPermission;
export const requestValidators: readonly string[] = [
  "aws:apigateway/requestValidator:RequestValidator",
  "aws-native:apigateway:RequestValidator",
];
/** DomainNameV2 is CloudFormation's resource for private domains. */
export const restDomains: readonly string[] = [...families.restDomain, "aws-native:apigateway:DomainNameV2"];
/** What puts an API behind a custom domain. */
export const domainMappings: readonly string[] = [
  ...families.restMapping,
  "aws-native:apigateway:BasePathMappingV2",
  ...families.httpMapping,
];
/** Rules that send a custom domain's requests to APIs. */
export const routingRules: readonly string[] = [
  "aws:apigatewayv2/routingRule:RoutingRule",
  "aws-native:apigatewayv2:RoutingRule",
];
export const webAclAssociations: readonly string[] = [
  "aws:wafv2/webAclAssociation:WebAclAssociation",
  "aws:wafregional/webAclAssociation:WebAclAssociation",
  "aws-native:wafv2:WebAclAssociation",
];
