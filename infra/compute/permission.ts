import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/**
 * Lets API Gateway call a function on behalf of one API, or of one of its authorizers, and of nothing else.
 * @param sourceArn such as `<execution ARN>/*` or `<execution ARN>/authorizers/<id>`
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html
 */
export const allowInvoke = (
  name: string,
  lambda: aws.lambda.Function,
  sourceArn: pulumi.Input<string>,
  parent: pulumi.Resource,
) => allow("apigateway.amazonaws.com", name, lambda, sourceArn, parent);

/**
 * Lets Amazon Cognito call a function on behalf of one user pool.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
export const allowUserPool = (
  name: string,
  lambda: aws.lambda.Function,
  userPoolArn: pulumi.Input<string>,
  parent: pulumi.Resource,
) => allow("cognito-idp.amazonaws.com", name, lambda, userPoolArn, parent);

const allow = (
  principal: string,
  name: string,
  lambda: aws.lambda.Function,
  sourceArn: pulumi.Input<string>,
  parent: pulumi.Resource,
) =>
  new aws.lambda.Permission(
    `${name}-permission`,
    { function: lambda.name, action: "lambda:InvokeFunction", principal, sourceArn },
    { parent },
  );
