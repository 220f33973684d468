import type { Control } from "../control";
import { listIn } from "../model/list";
import { waysInto } from "../model/way-in";
import { families } from "../resource-types";

const selfService = "aws.cognito.signin.user.admin";

export const authorizerScopeNotSelfService: Control = {
  id: "authorizer-scope-not-self-service",
  title: "No method or route asks only for the scope by which users administer themselves.",
  severity: "high",
  level: "mandatory",
  types: [...families.restMethod, ...families.httpRoute, ...families.restApi, ...families.httpApi],
  why: "Every access token from a sign-in through Cognito's own API carries that scope, so that it tells no caller from another.",
  fix: "Ask for a scope of a resource server, such as orders/read.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
  checkResource: (resource) =>
    waysInto(resource).flatMap(({ subject, scopes }) => {
      const { state, texts, partly } = listIn(scopes);
      if (state !== "some" || partly || texts.some((scope) => scope !== selfService)) return [];
      return [`${subject} lets every signed-in user in: the only scope that it asks for is ${selfService}.`];
    }),
};
