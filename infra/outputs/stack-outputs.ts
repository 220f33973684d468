import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { HttpApi } from "../apis/http-api";
import type { RestApi } from "../apis/rest-api";
import { scopes } from "../catalogue/scopes";
import type { Identity } from "../identity/identity";

export interface StackOutputsArgs {
  readonly identity: Identity;
  readonly rest: RestApi;
  readonly http: HttpApi;
}

/** What other teams may build on: flat, and nothing secret, since one secret inside would make a whole output secret. */
export function stackOutputs({ identity, rest, http }: StackOutputsArgs) {
  const { userPool, domain, issuer, clients } = identity;
  const region = aws.getRegionOutput().region;
  const loginUrl = pulumi.interpolate`https://${domain.domain}.auth.${region}.amazoncognito.com`;
  return {
    region,
    issuer,
    jwksUri: pulumi.interpolate`${issuer}/.well-known/jwks.json`,
    loginUrl,
    tokenEndpoint: pulumi.interpolate`${loginUrl}/oauth2/token`,
    userPoolId: userPool.id,
    userPoolArn: userPool.arn,
    scopes,
    ...prefixed("clientId", clients, ({ id }) => id),
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

/** `clientId` and `storefront` make `clientIdStorefront`. */
const prefixed = <T>(prefix: string, values: Readonly<Record<string, T>>, read: (value: T) => pulumi.Output<string>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${prefix}${name[0]!.toUpperCase()}${name.slice(1)}`, read(value)]),
  );
