import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { platform } from "./platform";

export = async () => {
  const { httpApiExecutionArn, httpApiId, httpApiUrl, httpAuthorizerIdUser, userPoolId } = await platform(
    new pulumi.Config().require("platform"),
  );

  const scopes = new aws.cognito.ResourceServer("invoices", {
    userPoolId,
    identifier: "invoices",
    name: "Invoices",
    scopes: [{ scopeName: "read", scopeDescription: "List your invoices" }],
  }).scopeIdentifiers;

  const role = new aws.iam.Role("invoices", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  });
  new aws.iam.RolePolicyAttachment("invoices-logs", {
    role: role.name,
    policyArn: aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole,
  });
  const lambda = new aws.lambda.Function("invoices", {
    runtime: "nodejs24.x",
    architectures: ["arm64"],
    handler: "handler.handler",
    code: new pulumi.asset.FileArchive("./invoices"),
    role: role.arn,
  });
  new aws.lambda.Permission("invoices", {
    function: lambda.name,
    action: "lambda:InvokeFunction",
    principal: "apigateway.amazonaws.com",
    sourceArn: pulumi.interpolate`${httpApiExecutionArn}/*/GET/invoices`,
  });

  const integration = new aws.apigatewayv2.Integration("invoices", {
    apiId: httpApiId,
    integrationType: "AWS_PROXY",
    integrationUri: lambda.invokeArn,
    payloadFormatVersion: "2.0",
  });
  // The platform's stage deploys what is new by itself.
  new aws.apigatewayv2.Route("invoices", {
    apiId: httpApiId,
    routeKey: "GET /invoices",
    target: pulumi.interpolate`integrations/${integration.id}`,
    authorizationType: "JWT",
    authorizerId: httpAuthorizerIdUser,
    authorizationScopes: scopes,
  });

  return {
    invoicesUrl: pulumi.interpolate`${httpApiUrl}/invoices`,
    /** What the platform's team is asked to let its clients have. */
    scope: scopes.apply(([read]) => read),
  };
};
