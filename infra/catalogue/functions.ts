import { seconds } from "./define/duration";
import { defineFunctions, type FunctionName } from "./define/function";

/** A new function goes here; its code into `functions/<name>/handler.ts`. */
export const functions = defineFunctions({
  authorizer: { role: "authorizer", description: "Decides from an access token which routes its bearer may call" },
  orders: { role: "route", description: "Lists, shows and creates the caller's orders", ordersTable: true },
  orderExport: {
    role: "route",
    folder: "order-export",
    description: "Sends all of the caller's orders, one a line, while it reads them",
    timeout: seconds(29),
    ordersTable: true,
  },
  profile: { role: "route", description: "Tells callers who they are" },
  health: { role: "route", description: "Says that the platform answers", memory: 128 },
  // Cognito waits five seconds for a trigger, a cold start included: more memory is also more processor.
  preSignUp: {
    role: "trigger",
    trigger: "preSignUp",
    folder: "triggers/pre-sign-up",
    description: "Lets in the domains that may sign up; links a federated sign-in to the account that is there",
    memory: 512,
    timeout: seconds(5),
    userPoolActions: ["cognito-idp:ListUsers", "cognito-idp:AdminLinkProviderForUser"],
  },
  preTokenGeneration: {
    role: "trigger",
    trigger: "preTokenGeneration",
    folder: "triggers/pre-token-generation",
    description: "Puts groups, their scopes and the tenant into tokens",
    memory: 512,
    timeout: seconds(5),
    userPoolActions: ["cognito-idp:DescribeUserPoolClient"],
  },
  postAuthentication: {
    role: "trigger",
    trigger: "postAuthentication",
    folder: "triggers/post-authentication",
    description: "Writes an audit event for each sign-in, without personal data",
    timeout: seconds(5),
  },
});

export type RouteFunction = FunctionName<typeof functions, "route">;
export type AuthorizerFunction = FunctionName<typeof functions, "authorizer">;
