import { z } from "zod";
import { type Catalogue, catalogue } from "../catalogue";
import type { AppClient } from "../catalogue/define/client";
import type { ApiKind, Route } from "../catalogue/define/route";
import { arn, forEachOf, httpsUrl, list, text } from "./contract-fields";

/**
 * Of the outputs' names and types. A new output raises the second number; one that goes, or changes its type or meaning, the first.
 * Other teams' programs take any second number of the first that they know.
 */
export const contractVersion = "1.0";

type AuthorizerName = keyof Catalogue["authorizers"];

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as Key[];
const clients = keysOf(catalogue.clients);
const confidential = clients.filter((name) => hasSecret(catalogue.clients[name]));
const queues = keysOf(catalogue.queues);
const upstreams = keysOf(catalogue.upstreams);

/** What other teams may build on: flat, since a secret inside would make a whole output secret, and nothing of it secret. */
export const contract = z.strictObject({
  contractVersion: text("Version of this contract: major and minor.", contractVersion, /^\d+\.\d+$/),
  region: text("The AWS region of everything here.", "eu-west-1", /^[a-z]{2}(-[a-z]+)+-\d$/),

  issuer: httpsUrl("`iss` of every token.", "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC123xyz"),
  jwksUri: httpsUrl(
    "Public keys that tokens are signed with.",
    "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC123xyz/.well-known/jwks.json",
  ),
  loginUrl: httpsUrl("Root of the managed login.", "https://login.example.com"),
  tokenEndpoint: httpsUrl("Where applications get tokens.", "https://login.example.com/oauth2/token"),
  userPoolId: text("Id of the user pool.", "eu-west-1_AbC123xyz", /^[\w-]+_[0-9A-Za-z]+$/),
  userPoolArn: arn(
    "cognito-idp",
    "ARN of the user pool.",
    "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbC123xyz",
  ),
  scopes: list("Custom scopes that access tokens can carry.", "orders/read", "orders/write"),
  groups: list("Groups that people can be in.", "operators"),
  identityProviders: list("Names of the SAML and OIDC providers.", "Acme"),
  samlEntityId: text(
    "What a SAML provider calls this platform.",
    "urn:amazon:cognito:sp:eu-west-1_AbC123xyz",
    /^urn:amazon:cognito:sp:/,
  ),
  samlResponseUrl: httpsUrl("Where a SAML provider sends its answers.", "https://login.example.com/saml2/idpresponse"),
  oidcResponseUrl: httpsUrl(
    "Where an OIDC provider sends its answers.",
    "https://login.example.com/oauth2/idpresponse",
  ),
  ...forEachOf("clientId", clients, (name) => text(`Id of the app client \`${name}\`.`, "1h57kf5cpq17m0eml12EXAMPLE")),
  ...forEachOf("clientSecretArn", confidential, (name) =>
    arn(
      "secretsmanager",
      `Where the secret of the app client \`${name}\` is kept.`,
      `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}-AbCdEf`,
    ),
  ),

  ...api("rest", "REST API", "https://abcdef1234.execute-api.eu-west-1.amazonaws.com/v1"),
  ...api("http", "HTTP API", "https://uvwxyz5678.execute-api.eu-west-1.amazonaws.com"),

  ...forEachOf("queueUrl", queues, (name) =>
    httpsUrl(`URL of the queue \`${name}\`.`, `https://sqs.eu-west-1.amazonaws.com/123456789012/${name}`),
  ),
  ...forEachOf("queueArn", queues, (name) =>
    arn("sqs", `ARN of the queue \`${name}\`.`, `arn:aws:sqs:eu-west-1:123456789012:${name}`),
  ),

  restDeploymentId: text(
    "Id of the REST API's newest deployment; `api.canary.stable` names one to keep callers with.",
    "dp1a2b",
  ),
  partnerApiKeyIds: list("API keys by partner: their ids, by which whoever may finds the keys.", "Acme:a1b2c3d4e5"),
  ...forEachOf("targetGroupArn", upstreams, (name) =>
    arn(
      "elasticloadbalancing",
      `Where the team of the upstream \`${name}\` registers its targets, where that is private.`,
      `arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/${name}/0123456789abcdef`,
    ).optional(),
  ),
  networkVpcId: text("Id of the private network, where there is one.", "vpc-0123456789abcdef0").optional(),
  loadBalancerSecurityGroupId: text(
    "Whom private upstreams let in, where there is a private network.",
    "sg-0123456789abcdef0",
  ).optional(),
  alarmTopicArn: arn(
    "sns",
    "Where alarms go, where there are any.",
    "arn:aws:sns:eu-west-1:123456789012:gatehouse",
  ).optional(),
  dashboardUrl: httpsUrl(
    "The dashboard, where there is one.",
    "https://eu-west-1.console.aws.amazon.com/cloudwatch/home#dashboards/dashboard/gatehouse",
  ).optional(),
});

export type Outputs = z.infer<typeof contract>;

function api<Kind extends ApiKind>(kind: Kind, title: string, url: string) {
  const id = new URL(url).hostname.split(".")[0]!;
  const executionArn = `arn:aws:execute-api:eu-west-1:123456789012:${id}`;
  return {
    ...forEachOf(kind, ["apiId"], () => text(`Id of the ${title}.`, id)),
    ...forEachOf(kind, ["apiUrl"], () => httpsUrl(`Where the ${title} is called; paths come behind it.`, url)),
    ...forEachOf(kind, ["apiExecutionArn"], () =>
      arn("execute-api", `What permissions to call the ${title} name.`, executionArn),
    ),
    ...forEachOf(`${kind}AuthorizerId`, authorizersOn(kind), (name) =>
      text(`Id of the authorizer \`${name}\` on the ${title}.`, "a1b2c3"),
    ),
  };
}

/** The authorizers that some route of an API uses; the other API may have none of them. `iam` makes no resource. */
function authorizersOn(kind: ApiKind): AuthorizerName[] {
  const routes: readonly Route[] = catalogue.routes;
  return keysOf(catalogue.authorizers).filter((name) =>
    routes.some(({ apis, authorizer }) => authorizer === name && apis.includes(kind)),
  );
}

function hasSecret(client: AppClient<string>): boolean {
  return client.kind === "web" || client.kind === "machine";
}
