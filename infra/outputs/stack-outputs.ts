import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { HttpApi } from "../apis/http-api";
import type { RestApi } from "../apis/rest-api";
import type { AuthorizerName } from "../catalogue/authorizers";
import { scopes } from "../catalogue/scopes";
import type { Queues } from "../compute/queues";
import type { Settings } from "../config/schema";
import type { Edge } from "../edge/edge";
import type { Identity } from "../identity/identity";
import { loginUrl as loginUrlOf } from "../identity/plan-domain";
import type { Network } from "../network/network";
import type { Observability } from "../observability/observability";
import { contractVersion } from "./contract";
import { eachOf } from "./contract-fields";
import type { OutputsToBe } from "./satisfying";

export interface StackOutputsArgs {
  readonly settings: Settings;
  readonly identity: Identity;
  readonly network: Network | undefined;
  readonly rest: RestApi;
  readonly http: HttpApi;
  readonly queues: Queues;
  readonly edge: Edge;
  readonly observability: Pick<Observability, "alarmTopicArn" | "dashboardUrl">;
}

/** By name in the catalogue; the contract knows which of them an API has. */
type AuthorizerIds = Readonly<Record<AuthorizerName, pulumi.Output<string>>>;

/** What other teams may build on, as `contract.ts` promises it. */
export function stackOutputs({
  settings,
  identity,
  network,
  rest,
  http,
  queues,
  edge,
  observability,
}: StackOutputsArgs): OutputsToBe {
  const { alarmTopicArn, dashboardUrl } = observability;
  const { userPool, issuer, clients, groups, identityProviders } = identity;
  const region = aws.getRegionOutput().region;
  const loginUrl = region.apply((name) => loginUrlOf(settings.domain, name));
  return {
    contractVersion,
    region,
    issuer,
    jwksUri: pulumi.interpolate`${issuer}/.well-known/jwks.json`,
    loginUrl,
    tokenEndpoint: pulumi.interpolate`${loginUrl}/oauth2/token`,
    userPoolId: userPool.id,
    userPoolArn: userPool.arn,
    scopes: [...scopes],
    groups,
    identityProviders: pulumi.all(Object.values(identityProviders).map(({ providerName }) => providerName)),
    // What the administrators of an identity provider ask for. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-saml-idp.html
    samlEntityId: pulumi.interpolate`urn:amazon:cognito:sp:${userPool.id}`,
    samlResponseUrl: pulumi.interpolate`${loginUrl}/saml2/idpresponse`,
    oidcResponseUrl: pulumi.interpolate`${loginUrl}/oauth2/idpresponse`,
    ...eachOf("clientId", clients, ({ client }) => client.id),
    ...eachOf("clientSecretArn", clients, ({ secretArn }) => secretArn),
    restApiId: rest.restApi.id,
    restApiUrl: edge.restUrl ?? rest.stage.invokeUrl,
    restApiExecutionArn: rest.restApi.executionArn,
    ...eachOf("restAuthorizerId", rest.authorizerIds as AuthorizerIds, (id) => id),
    httpApiId: http.api.id,
    httpApiUrl: edge.httpUrl ?? http.api.apiEndpoint,
    httpApiExecutionArn: http.api.executionArn,
    ...eachOf("httpAuthorizerId", http.authorizerIds as AuthorizerIds, (id) => id),
    // Whoever works queues off reads from these, and is given its right to them by its own role's policy.
    ...eachOf("queueUrl", queues.byName, ({ url }) => url),
    ...eachOf("queueArn", queues.byName, ({ arn }) => arn),
    restDeploymentId: rest.deploymentId,
    // The keys themselves are secrets: whoever may read them in AWS finds them by these.
    partnerApiKeyIds: pulumi
      .all(edge.partnerApiKeyIds)
      .apply((ids) => Object.entries(ids).map(([partner, id]) => `${partner}:${id}`)),
    // Where the teams of private upstreams register their services, which let the load balancer's security group in.
    ...eachOf("targetGroupArn", network?.targetGroupArns ?? {}, (arn) => arn),
    networkVpcId: network?.vpcId,
    loadBalancerSecurityGroupId: network?.loadBalancerGroupId,
    alarmTopicArn,
    dashboardUrl,
  };
}
