// Written out rather than imported: loading @pulumi/aws would cost the pack seconds at every start.

export const restApi = "aws:apigateway/restApi:RestApi";
export const restResource = "aws:apigateway/resource:Resource";
export const restMethod = "aws:apigateway/method:Method";
export const httpApi = "aws:apigatewayv2/api:Api";
export const httpRoute = "aws:apigatewayv2/route:Route";

/**
 * What stands for the same thing in AWS, in each provider that can declare it.
 * `aws-native` is made from CloudFormation, whose properties it has in camel case.
 * @see https://www.pulumi.com/registry/packages/aws-native/
 */
export const families = {
  restApi: [restApi, "aws-native:apigateway:RestApi"],
  restResource: [restResource, "aws-native:apigateway:Resource"],
  restMethod: [restMethod, "aws-native:apigateway:Method"],
  restIntegration: ["aws:apigateway/integration:Integration"],
  restAuthorizer: ["aws:apigateway/authorizer:Authorizer", "aws-native:apigateway:Authorizer"],
  restDeployment: ["aws:apigateway/deployment:Deployment", "aws-native:apigateway:Deployment"],
  restStage: ["aws:apigateway/stage:Stage", "aws-native:apigateway:Stage"],
  restMethodSettings: ["aws:apigateway/methodSettings:MethodSettings"],
  restMapping: ["aws:apigateway/basePathMapping:BasePathMapping", "aws-native:apigateway:BasePathMapping"],
  restDomain: ["aws:apigateway/domainName:DomainName", "aws-native:apigateway:DomainName"],
  httpApi: [httpApi, "aws-native:apigatewayv2:Api"],
  httpRoute: [httpRoute, "aws-native:apigatewayv2:Route"],
  httpIntegration: ["aws:apigatewayv2/integration:Integration", "aws-native:apigatewayv2:Integration"],
  httpAuthorizer: ["aws:apigatewayv2/authorizer:Authorizer", "aws-native:apigatewayv2:Authorizer"],
  httpStage: ["aws:apigatewayv2/stage:Stage", "aws-native:apigatewayv2:Stage"],
  httpMapping: ["aws:apigatewayv2/apiMapping:ApiMapping", "aws-native:apigatewayv2:ApiMapping"],
  httpDomain: ["aws:apigatewayv2/domainName:DomainName", "aws-native:apigatewayv2:DomainName"],
  userPool: ["aws:cognito/userPool:UserPool", "aws-native:cognito:UserPool"],
  userPoolClient: ["aws:cognito/userPoolClient:UserPoolClient", "aws-native:cognito:UserPoolClient"],
  resourceServer: ["aws:cognito/resourceServer:ResourceServer", "aws-native:cognito:UserPoolResourceServer"],
  lambdaFunction: ["aws:lambda/function:Function", "aws-native:lambda:Function"],
  lambdaPermission: ["aws:lambda/permission:Permission", "aws-native:lambda:Permission"],
} as const;

export type Family = keyof typeof families;

const familyByType = new Map<string, Family>(
  (Object.entries(families) as [Family, readonly string[]][]).flatMap(([family, types]) =>
    types.map((type): [string, Family] => [type, family]),
  ),
);

/** The family of a type token; undefined for all that no control relates. */
export function familyOf(type: string): Family | undefined {
  return familyByType.get(type);
}
