import type { PropertyMap, ResourceState, StackState } from "../../engine/model";
import { plain } from "../../engine/values/values";
import { readPasswordPolicy } from "../users/password-policy";
import { readAppClient } from "./app-client";
import { readAttributes } from "./attributes";
import { readIdentityProvider } from "./identity-provider";
import { readMfa } from "./mfa";
import type { Group, Pool, SignIn } from "./pool";
import { flag, list, map, maps, number, text } from "./properties";
import { readTriggers } from "./triggers";

/**
 * Scopes that every user pool has.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 */
export const ownScopes: readonly string[] = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"];

/**
 * The first user pool of a stack, with its app clients, scopes and groups.
 * @throws Error when the stack has no user pool, or was only previewed.
 */
export function readPool(state: StackState): Pool {
  const resource = state.resources.find(({ type }) => type === "aws:cognito/userPool:UserPool");
  if (!resource) {
    throw new Error(
      `Stack ${state.stack} has no user pool to serve: found ${state.resources.length} resources, none of type ` +
        "aws:cognito/userPool:UserPool. Declare one, or serve the stack without identity.",
    );
  }
  const { id } = resource;
  if (!id) {
    throw new Error(`User pool ${resource.name} has no id yet: serve a stack after "up", not after "preview".`);
  }
  const properties = propertiesOf(resource);
  const endpoint = text(properties, "endpoint") ?? `cognito-idp.${id.split("_")[0]}.amazonaws.com/${id}`;
  const owned = (type: string) =>
    state.resources
      .filter((candidate) => candidate.type === type)
      .map((candidate) => ({ id: candidate.id ?? "", properties: propertiesOf(candidate) }))
      .filter((candidate) => text(candidate.properties, "userPoolId") === id);
  return {
    id,
    name: text(properties, "name") ?? resource.name,
    arn: text(properties, "arn") ?? "",
    issuer: `https://${endpoint}`,
    hasDomain: owned("aws:cognito/userPoolDomain:UserPoolDomain").length > 0,
    selfSignUp: flag(map(properties, "adminCreateUserConfig"), "allowAdminCreateUserOnly") !== true,
    caseSensitive: flag(map(properties, "usernameConfiguration"), "caseSensitive") ?? true,
    signIn: readSignIn(properties),
    autoVerified: list(properties, "autoVerifiedAttributes"),
    passwordPolicy: readPasswordPolicy(map(properties, "passwordPolicy")),
    ...readAttributes(properties),
    groups: new Map(
      owned("aws:cognito/userGroup:UserGroup").map(({ properties: group }) => [text(group, "name")!, readGroup(group)]),
    ),
    scopes: new Set([
      ...ownScopes,
      ...owned("aws:cognito/resourceServer:ResourceServer").flatMap(({ properties: server }) => readScopes(server)),
    ]),
    clients: new Map(
      owned("aws:cognito/userPoolClient:UserPoolClient").map((client) => [
        client.id,
        readAppClient(client.id, client.properties),
      ]),
    ),
    triggers: readTriggers(properties),
    mfa: readMfa(properties),
    providers: new Map(
      owned("aws:cognito/identityProvider:IdentityProvider")
        .map(({ properties: provider }) => readIdentityProvider(provider))
        .map((provider) => [provider.name, provider]),
    ),
  };
}

const propertiesOf = (resource: ResourceState) => plain({ ...resource.inputs, ...resource.outputs });

function readSignIn(pool: PropertyMap): SignIn {
  const attributes = list(pool, "usernameAttributes");
  if (attributes.length > 0) return { kind: "attribute", attributes };
  return { kind: "username", aliases: list(pool, "aliasAttributes") };
}

function readGroup(group: PropertyMap): Group {
  const precedence = number(group, "precedence");
  const roleArn = text(group, "roleArn");
  return {
    name: text(group, "name")!,
    ...(precedence === undefined ? undefined : { precedence }),
    ...(roleArn === undefined ? undefined : { roleArn }),
  };
}

const readScopes = (server: PropertyMap) =>
  maps(server, "scopes").map((scope) => `${text(server, "identifier")}/${text(scope, "scopeName")}`);
