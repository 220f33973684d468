import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { HttpApi } from "../apis/http-api";
import type { RestApi } from "../apis/rest-api";
import { scopes } from "../catalogue/scopes";
import type { Settings } from "../config/schema";
import type { Identity } from "../identity/identity";
import { loginUrl as loginUrlOf } from "../identity/plan-domain";

export interface StackOutputsArgs {
  readonly settings: Settings;
  readonly identity: Identity;
  readonly rest: RestApi;
  readonly http: HttpApi;
}

/** What other teams may build on: flat, and nothing secret, since one secret inside would make a whole output secret. */
export function stackOutputs({ settings, identity, rest, http }: StackOutputsArgs) {
  const { userPool, issuer, clients, groups, identityProviders } = identity;
  const region = aws.getRegionOutput().region;
  const loginUrl = region.apply((name) => loginUrlOf(settings.domain, name));
  return {
    region,
    issuer,
    jwksUri: pulumi.interpolate`${issuer}/.well-known/jwks.json`,
    loginUrl,
    tokenEndpoint: pulumi.interpolate`${loginUrl}/oauth2/token`,
    userPoolId: userPool.id,
    userPoolArn: userPool.arn,
    scopes,
    groups,
    identityProviders: pulumi.all(Object.values(identityProviders).map(({ providerName }) => providerName)),
    // What the administrators of an identity provider ask for. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-saml-idp.html
    samlEntityId: pulumi.interpolate`urn:amazon:cognito:sp:${userPool.id}`,
    samlResponseUrl: pulumi.interpolate`${loginUrl}/saml2/idpresponse`,
    oidcResponseUrl: pulumi.interpolate`${loginUrl}/oauth2/idpresponse`,
    ...prefixed("clientId", clients, ({ client }) => client.id),
    ...prefixed("clientSecretArn", clients, ({ secretArn }) => secretArn),
    restApiId: rest.restApi.id,
    restApiUrl: rest.stage.invokeUrl,
    restApiExecutionArn: rest.restApi.executionArn,
    ...prefixed("restAuthorizerId", rest.authorizerIds, (id) => id),
    httpApiId: http.api.id,
    httpApiUrl: http.api.apiEndpoint,
    httpApiExecutionArn: http.api.executionArn,
    ...prefixed("httpAuthorizerId", http.authorizerIds, (id) => id),
  };
}

/** `clientId` and `storefront` make `clientIdStorefront`; values without what is read are left out. */
const prefixed = <T>(
  prefix: string,
  values: Readonly<Record<string, T>>,
  read: (value: T) => pulumi.Output<string> | undefined,
) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const found = read(value);
      return found === undefined ? [] : [[`${prefix}${name[0]!.toUpperCase()}${name.slice(1)}`, found]];
    }),
  );
