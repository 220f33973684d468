import assert from "node:assert/strict";
import { catalogue } from "../../../../infra/catalogue";
import { parseSettings } from "../../../../infra/config/parse";
import { type Changes, changedTexts } from "../../../support/changed-settings";

interface Row {
  readonly why: string;
  /** Whose committed settings are changed. */
  readonly stack: "dev" | "prod";
  readonly changes: Changes;
  /** Every line of the message, in its order. */
  readonly faults: readonly string[];
}

const fields: readonly Row[] = [
  {
    why: "a missing section",
    stack: "dev",
    changes: { domain: undefined },
    faults: ["domain is missing; expected settings of its own, one to a line"],
  },
  {
    why: "a section that is a text",
    stack: "dev",
    changes: { tokens: "60" },
    faults: ['tokens is "60"; expected settings of its own, one to a line'],
  },
  {
    why: "a misspelt section",
    stack: "dev",
    changes: { tokns: "60" },
    faults: ["tokns is not a setting; did you mean tokens?"],
  },
  {
    why: "a key that resembles none",
    stack: "dev",
    changes: { "logs.colour": "red" },
    faults: ["logs.colour is not a setting; known here: retentionDays, encrypted"],
  },
  {
    why: "a misspelt key",
    stack: "dev",
    changes: { "authorizers.user.cacheTtlSecond": 5 },
    faults: ["authorizers.user.cacheTtlSecond is not a setting; did you mean cacheTtlSeconds?"],
  },
  {
    why: "an unknown kind of domain",
    stack: "dev",
    changes: { domain: { kind: "fixed", prefix: "x" } },
    faults: ['domain.kind is "fixed"; expected one of prefix, custom'],
  },
  {
    why: "a reserved word in the domain's prefix",
    stack: "dev",
    changes: { "domain.prefix": "my-cognito" },
    faults: [
      'domain.prefix is "my-cognito"; expected 1 to 63 lower-case letters, digits and inner hyphens, without aws, amazon or cognito in it',
    ],
  },
  {
    why: "a custom domain without its zone",
    stack: "prod",
    changes: { "domain.hostedZoneId": undefined },
    faults: ["domain.hostedZoneId is missing; expected the id of a Route 53 hosted zone"],
  },
  {
    why: "a custom domain at the top",
    stack: "prod",
    changes: { "domain.name": "example" },
    faults: ['domain.name is "example"; expected a domain name below another such as login.example.com, in lower case'],
  },
  {
    why: "a prefix beside a custom domain",
    stack: "prod",
    changes: { "domain.prefix": "gatehouse" },
    faults: ["domain.prefix is not a setting; known here: kind, name, hostedZoneId"],
  },
  {
    why: "a tier that is none",
    stack: "dev",
    changes: { "userPool.tier": "premium" },
    faults: ['userPool.tier is "premium"; expected one of lite, essentials, plus'],
  },
  {
    why: "a sign-in with nothing",
    stack: "dev",
    changes: { "userPool.signIn": { with: "attribute", attributes: [] } },
    faults: ["userPool.signIn.attributes is []; expected a list of email, phone"],
  },
  {
    why: "attributes and aliases at once",
    stack: "dev",
    changes: { "userPool.signIn.aliases": ["email"] },
    faults: ["userPool.signIn.aliases is not a setting; known here: with, attributes"],
  },
  {
    why: "an alias that is none",
    stack: "dev",
    changes: { "userPool.signIn": { with: "username", aliases: ["name"] } },
    faults: ['userPool.signIn.aliases.0 is "name"; expected one of email, phone, preferredUsername'],
  },
  {
    why: "a flag in words",
    stack: "dev",
    changes: { "userPool.selfSignUp": "yes" },
    faults: ['userPool.selfSignUp is "yes"; expected true or false'],
  },
  {
    why: "a sign-up domain with an @",
    stack: "dev",
    changes: { "userPool.signUpDomains": ["@example.com"] },
    faults: ['userPool.signUpDomains.0 is "@example.com"; expected a domain name such as example.com, in lower case'],
  },
  {
    why: "a sign-up domain twice",
    stack: "dev",
    changes: { "userPool.signUpDomains": ["example.com", "example.com"] },
    faults: ['userPool.signUpDomains is ["example.com","example.com"]; expected a list of domain names, each once'],
  },
  {
    why: "a password of seven characters",
    stack: "dev",
    changes: { "userPool.password.minimumLength": 7 },
    faults: ["userPool.password.minimumLength is 7; expected whole characters from 8 to 99"],
  },
  {
    why: "a longer memory than AWS has",
    stack: "dev",
    changes: { "userPool.password.history": 25 },
    faults: ["userPool.password.history is 25; expected whole passwords from 0 to 24"],
  },
  {
    why: "half a day",
    stack: "dev",
    changes: { "userPool.password.temporaryDays": 0.5 },
    faults: ["userPool.password.temporaryDays is 0.5; expected whole days from 1 to 365"],
  },
  {
    why: "a mode of MFA that is none",
    stack: "dev",
    changes: { "userPool.mfa.mode": "required" },
    faults: ['userPool.mfa.mode is "required"; expected one of off, optional, on'],
  },
  {
    why: "a second factor that is none",
    stack: "dev",
    changes: { "userPool.mfa.factors": ["voice"] },
    faults: ['userPool.mfa.factors.0 is "voice"; expected one of totp, sms, email'],
  },
  {
    why: "a sender without an address",
    stack: "prod",
    changes: { "userPool.email.from": "Gatehouse" },
    faults: ['userPool.email.from is "Gatehouse"; expected a sender such as Gatehouse <no-reply@example.com>'],
  },
  {
    why: "an identity of SNS",
    stack: "prod",
    changes: { "userPool.email.sesIdentityArn": "arn:aws:sns:eu-west-1:123456789012:topic" },
    faults: [
      'userPool.email.sesIdentityArn is "arn:aws:sns:eu-west-1:123456789012:topic"; expected the ARN of an SES identity',
    ],
  },
  {
    why: "no reason for no threat protection",
    stack: "dev",
    changes: { "userPool.threatProtection": { mode: "off" } },
    faults: ["userPool.threatProtection.reason is missing; expected a reason in words"],
  },
  {
    why: "a reason of one word",
    stack: "dev",
    changes: { "userPool.threatProtection.reason": "no" },
    faults: ['userPool.threatProtection.reason is "no"; expected a reason in words'],
  },
  {
    why: "an address that is no block",
    stack: "prod",
    changes: { "userPool.threatProtection.blockedAddresses": ["192.0.2.1"] },
    faults: [
      'userPool.threatProtection.blockedAddresses.0 is "192.0.2.1"; expected a CIDR block such as 198.51.100.0/24',
    ],
  },
  {
    why: "a firewall that lets nobody in",
    stack: "prod",
    changes: { "userPool.firewall.requestsPerAddress": 1 },
    faults: [
      "userPool.firewall.requestsPerAddress is 1; expected whole requests in five minutes from 10 to 2,000,000,000",
    ],
  },
  {
    why: "an access token of four minutes",
    stack: "dev",
    changes: { "tokens.accessMinutes": 4 },
    faults: ["tokens.accessMinutes is 4; expected whole minutes from 5 to 1,440"],
  },
  {
    why: "half a minute",
    stack: "dev",
    changes: { "tokens.idMinutes": 5.5 },
    faults: ["tokens.idMinutes is 5.5; expected whole minutes from 5 to 1,440"],
  },
  {
    why: "refresh tokens for longer than AWS keeps them",
    stack: "dev",
    changes: { "tokens.refreshDays": 3651 },
    faults: ["tokens.refreshDays is 3651; expected whole days from 1 to 3,650"],
  },
  {
    why: "an old refresh token that is good for too long",
    stack: "prod",
    changes: { "tokens.rotation.graceSeconds": 61 },
    faults: ["tokens.rotation.graceSeconds is 61; expected whole seconds from 0 to 60"],
  },
  {
    why: "a wildcard callback",
    stack: "dev",
    changes: { "clients.storefront.callbackUrls.0": "https://*.example.com/" },
    faults: [
      'clients.storefront.callbackUrls.0 is "https://*.example.com/"; expected an https URL, or http://localhost with or without a port; no wildcard, no fragment',
    ],
  },
  {
    why: "a callback over plain http",
    stack: "dev",
    changes: { "clients.storefront.callbackUrls.0": "http://shop.example.com/" },
    faults: [
      'clients.storefront.callbackUrls.0 is "http://shop.example.com/"; expected an https URL, or http://localhost with or without a port; no wildcard, no fragment',
    ],
  },
  {
    why: "a callback with a fragment",
    stack: "dev",
    changes: { "clients.storefront.callbackUrls.0": "https://shop.example.com/#a" },
    faults: [
      'clients.storefront.callbackUrls.0 is "https://shop.example.com/#a"; expected an https URL, or http://localhost with or without a port; no wildcard, no fragment',
    ],
  },
  {
    why: "a callback with a user in it",
    stack: "dev",
    changes: { "clients.storefront.callbackUrls.0": "https://shop.example.com@evil.example/" },
    faults: [
      'clients.storefront.callbackUrls.0 is "https://shop.example.com@evil.example/"; expected an https URL, or http://localhost with or without a port; no wildcard, no fragment',
    ],
  },
  {
    why: "a browser app with a scheme of its own",
    stack: "dev",
    changes: { "clients.storefront.callbackUrls.0": "com.example.shop:/callback" },
    faults: [
      'clients.storefront.callbackUrls.0 is "com.example.shop:/callback"; expected an https URL, or http://localhost with or without a port; no wildcard, no fragment',
    ],
  },
  {
    why: "a native app's scheme without a dot",
    stack: "dev",
    changes: { "clients.courier.callbackUrls.0": "courier:/callback" },
    faults: [
      'clients.courier.callbackUrls.0 is "courier:/callback"; expected an https URL, or http://localhost with or without a port; no wildcard, no fragment; or a scheme of the app\'s own such as com.example.app:/callback',
    ],
  },
  {
    why: "no callback at all",
    stack: "dev",
    changes: { "clients.storefront.callbackUrls": [] },
    faults: ["clients.storefront.callbackUrls is []; expected a list of one or more URLs"],
  },
  {
    why: "a machine client with callbacks",
    stack: "dev",
    changes: { "clients.fulfilment": { callbackUrls: ["https://a.example/"], logoutUrls: ["https://a.example/"] } },
    faults: ["clients.fulfilment is not a setting; known here: storefront, backoffice, courier"],
  },
  {
    why: "a client without URLs",
    stack: "dev",
    changes: { "clients.backoffice": undefined },
    faults: ["clients.backoffice is missing; expected settings of its own, one to a line"],
  },
  {
    why: "a TTL with a unit in it",
    stack: "dev",
    changes: { "authorizers.user.cacheTtlSeconds": "5m" },
    faults: ['authorizers.user.cacheTtlSeconds is "5m"; expected whole seconds from 0 (no reuse) to 3,600'],
  },
  {
    why: "a TTL above AWS's limit",
    stack: "dev",
    changes: { "authorizers.tenant.cacheTtlSeconds": 3601 },
    faults: ["authorizers.tenant.cacheTtlSeconds is 3601; expected whole seconds from 0 (no reuse) to 3,600"],
  },
  {
    why: "an authorizer that the catalogue lacks",
    stack: "dev",
    changes: { "authorizers.tennant": { cacheTtlSeconds: 60 } },
    faults: ["authorizers.tennant is not a setting; did you mean tenant?"],
  },
  {
    why: "an origin with a path",
    stack: "dev",
    changes: { "api.cors.origins": ["https://shop.example.com/"] },
    faults: [
      'api.cors.origins.0 is "https://shop.example.com/"; expected an origin such as https://app.example.com, or http://localhost with or without a port; no path',
    ],
  },
  {
    why: "how long preflights hold, and headers in no list of lower-case names",
    stack: "dev",
    changes: { "api.cors.maxAgeSeconds": 86_401, "api.cors.exposedHeaders": ["ETag"] },
    faults: [
      "api.cors.maxAgeSeconds is 86401; expected whole seconds from 0 to 86,400",
      'api.cors.exposedHeaders.0 is "ETag"; expected a header\'s name in lower case such as x-request-id',
    ],
  },
  {
    why: "a stage variable whose name or value AWS would not take",
    stack: "dev",
    changes: { "api.stageVariables": { "dark-mode": "on", colour: "light blue" } },
    faults: [
      "api.stageVariables.dark-mode has a name that cannot be used; expected 1 to 64 letters, digits and underscores",
      'api.stageVariables.colour is "light blue"; expected 1 to 512 characters of letters, digits and -._~:/?#&=,',
    ],
  },
  {
    why: "a canary of more than everybody, beside a deployment that is none",
    stack: "prod",
    changes: { "api.canary": { percent: 101, stable: "v1.2" } },
    faults: [
      "api.canary.percent is 101; expected whole percent of requests from 0 to 100",
      'api.canary.stable is "v1.2"; expected the id of a deployment such as a1b2c3',
    ],
  },
  {
    why: "a stage name with a slash",
    stack: "dev",
    changes: { "api.stageName": "v1/beta" },
    faults: ['api.stageName is "v1/beta"; expected 1 to 128 letters, digits, hyphens and underscores'],
  },
  {
    why: "a rate of nothing",
    stack: "dev",
    changes: { "api.requestsPerSecond": 0 },
    faults: ["api.requestsPerSecond is 0; expected whole requests a second from 1 to 10,000"],
  },
  {
    why: "a retention that CloudWatch Logs lacks",
    stack: "dev",
    changes: { "logs.retentionDays": 15 },
    faults: [
      "logs.retentionDays is 15; expected one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653",
    ],
  },
  {
    why: "logs whose encryption is a key",
    stack: "dev",
    changes: { "logs.encrypted": "alias/logs" },
    faults: ['logs.encrypted is "alias/logs"; expected true or false'],
  },
  {
    why: "execution logs with all that API Gateway could write",
    stack: "dev",
    changes: { "observability.executionLogs": "info" },
    faults: ['observability.executionLogs is "info"; expected one of off, error'],
  },
  {
    why: "an alarm that tells a channel",
    stack: "prod",
    changes: { "observability.alarms.emails": ["#on-call"] },
    faults: ['observability.alarms.emails.0 is "#on-call"; expected an e-mail address'],
  },
  {
    why: "an alarm at no error at all",
    stack: "prod",
    changes: { "observability.alarms.serverErrorPercent": 0 },
    faults: ["observability.alarms.serverErrorPercent is 0; expected whole percent of requests from 1 to 100"],
  },
  {
    why: "an alarm that comes after API Gateway gave up",
    stack: "prod",
    changes: { "observability.alarms.authorizerMilliseconds": 10_000 },
    faults: ["observability.alarms.authorizerMilliseconds is 10000; expected whole milliseconds from 1 to 9,999"],
  },
  {
    why: "an alarm at an age that no message reaches",
    stack: "prod",
    changes: { "observability.alarms.queueAgeSeconds": 345_600 },
    faults: ["observability.alarms.queueAgeSeconds is 345600; expected whole seconds from 60 to 345,599"],
  },
  {
    why: "a part of what is watched that is none",
    stack: "dev",
    changes: { "observability.traces": true },
    faults: [
      "observability.traces is not a setting; known here: executionLogs, tracing, dashboard, alarms, auditTrail",
    ],
  },
  {
    why: "a reader of a secret who is nobody in AWS",
    stack: "prod",
    changes: { "consumers.secretReaders.fulfilment": ["*"] },
    faults: ['consumers.secretReaders.fulfilment.0 is "*"; expected an AWS account id, or the ARN of an IAM role'],
  },
  {
    why: "a reader who is a user",
    stack: "prod",
    changes: { "consumers.secretReaders.fulfilment": ["arn:aws:iam::210987654321:user/ada"] },
    faults: [
      'consumers.secretReaders.fulfilment.0 is "arn:aws:iam::210987654321:user/ada"; expected an AWS account id, or the ARN of an IAM role',
    ],
  },
  {
    why: "readers of a secret that a public client does not have",
    stack: "prod",
    changes: { "consumers.secretReaders.storefront": ["210987654321"] },
    faults: ["consumers.secretReaders.storefront is not a setting; known here: backoffice, fulfilment"],
  },
  {
    why: "another team's scope without its resource server",
    stack: "dev",
    changes: { "consumers.scopes.fulfilment": ["invoices"] },
    faults: ['consumers.scopes.fulfilment.0 is "invoices"; expected a scope such as invoices/read'],
  },
  {
    why: "a scope of the catalogue as another team's",
    stack: "dev",
    changes: { "consumers.scopes.courier": ["orders/write"] },
    faults: [
      'consumers.scopes.courier.0 is "orders/write"; the catalogue has this scope; give it to the client in infra/catalogue/clients.ts',
    ],
  },
  {
    why: "more scopes than a client can have",
    stack: "dev",
    changes: { "consumers.scopes.fulfilment": Array.from({ length: 49 }, (_, index) => `invoices/${index}`) },
    faults: [
      `consumers.scopes.fulfilment is 49; with the catalogue's it has ${49 + catalogue.clients.fulfilment.scopes.length} scopes; Cognito takes 50 at most`,
    ],
  },
  {
    why: "a provider's name with an underscore",
    stack: "prod",
    changes: { "identityProviders.Acme_Inc": { kind: "oidc" } },
    faults: [
      "identityProviders.Acme_Inc has a name that cannot be used; expected 3 to 32 letters, digits and inner hyphens, beginning with a letter",
    ],
  },
  {
    why: "a kind of provider that is none",
    stack: "prod",
    changes: { "identityProviders.Acme.kind": "ldap" },
    faults: ['identityProviders.Acme.kind is "ldap"; expected one of saml, oidc'],
  },
  {
    why: "metadata over plain http",
    stack: "prod",
    changes: { "identityProviders.Acme.metadataUrl": "http://login.acme.example.com/" },
    faults: ['identityProviders.Acme.metadataUrl is "http://login.acme.example.com/"; expected an https URL'],
  },
  {
    why: "a metadata file outside the project",
    stack: "prod",
    changes: { "identityProviders.Acme.metadataUrl": undefined, "identityProviders.Acme.metadataFile": "../acme.xml" },
    faults: [
      'identityProviders.Acme.metadataFile is "../acme.xml"; expected the path of an .xml file within this project',
    ],
  },
  {
    why: "an issuer with a query",
    stack: "prod",
    changes: { "identityProviders.Partner.issuer": "https://id.example.com/?a=b" },
    faults: [
      'identityProviders.Partner.issuer is "https://id.example.com/?a=b"; expected an https URL without a query',
    ],
  },
  {
    why: "an API's domain without its zone",
    stack: "prod",
    changes: { "edge.rest.hostedZoneId": undefined },
    faults: ["edge.rest.hostedZoneId is missing; expected the id of a Route 53 hosted zone"],
  },
  {
    why: "a base path of two parts",
    stack: "prod",
    changes: { "edge.rest.basePath": "v1/orders" },
    faults: ['edge.rest.basePath is "v1/orders"; expected a path part such as v1'],
  },
  {
    why: "a truststore that is not in S3",
    stack: "prod",
    changes: { "edge.http.mutualTls": { truststore: "https://example.com/truststore.pem" } },
    faults: [
      'edge.http.mutualTls.truststore is "https://example.com/truststore.pem"; expected an S3 URI such as s3://bucket/truststore.pem',
    ],
  },
  {
    why: "mutual TLS without a domain",
    stack: "dev",
    changes: { "edge.mutualTls": { truststore: "s3://trust/store.pem" } },
    faults: ["edge.mutualTls is not a setting; known here: rest, http, firewall, partners, callers"],
  },
  {
    why: "a partner whose quota is no number",
    stack: "prod",
    changes: { "edge.partners.Acme.requestsPerMonth": "many" },
    faults: ['edge.partners.Acme.requestsPerMonth is "many"; expected whole requests a month from 1 to 2,000,000,000'],
  },
  {
    why: "a caller's account that is none",
    stack: "prod",
    changes: { "edge.callers": { accounts: ["12345"], vpcEndpoints: [], addresses: ["198.51.100.0/24"] } },
    faults: ['edge.callers.accounts.0 is "12345"; expected an AWS account id'],
  },
  {
    why: "a NAT gateway for each subnet",
    stack: "prod",
    changes: { "network.natGateways": "onePerSubnet" },
    faults: ['network.natGateways is "onePerSubnet"; expected one of none, single, onePerZone'],
  },
  {
    why: "seven zones",
    stack: "prod",
    changes: { "network.zones": 7 },
    faults: ["network.zones is 7; expected whole zones from 1 to 6"],
  },
  {
    why: "an upstream of a kind that is none",
    stack: "prod",
    changes: { "upstreams.prices.kind": "secret" },
    faults: ['upstreams.prices.kind is "secret"; expected one of public, private'],
  },
  {
    why: "a private upstream that cannot say whether it is well",
    stack: "prod",
    changes: { "upstreams.prices.healthPath": "health" },
    faults: ['upstreams.prices.healthPath is "health"; expected a path such as /health'],
  },
];

const together: readonly Row[] = [
  {
    why: "the lite plan, which cannot change access tokens",
    stack: "dev",
    changes: { "userPool.tier": "lite" },
    faults: [
      'userPool.tier is "lite"; the catalogue\'s pre token generation function changes access tokens, which needs essentials or plus',
    ],
  },
  {
    why: "e-mail codes, history and rotation on the lite plan",
    stack: "dev",
    changes: { "userPool.tier": "lite", "userPool.password.history": 3, "tokens.rotation": { graceSeconds: 0 } },
    faults: [
      'userPool.tier is "lite"; the catalogue\'s pre token generation function changes access tokens, which needs essentials or plus',
      "userPool.password.history is 3; it needs userPool.tier essentials or plus",
      'tokens.rotation is {"graceSeconds":0}; it needs userPool.tier essentials or plus',
    ],
  },
  {
    why: "threat protection below plus",
    stack: "prod",
    changes: { "userPool.tier": "essentials", "userPool.logExport": [] },
    faults: ['userPool.threatProtection.mode is "enforced"; it needs userPool.tier plus'],
  },
  {
    why: "an export of sign-ins below plus",
    stack: "dev",
    changes: { "userPool.logExport": ["authEvents"] },
    faults: ['userPool.logExport is "authEvents"; it needs userPool.tier plus'],
  },
  {
    why: "sign-in without a password",
    stack: "dev",
    changes: {
      "userPool.firstFactors": ["emailCode"],
      "userPool.email": {
        from: "a@example.com",
        sesIdentityArn: "arn:aws:ses:eu-west-1:123456789012:identity/example.com",
      },
    },
    faults: ['userPool.firstFactors is ["emailCode"]; password must be among them; other factors come beside it'],
  },
  {
    why: "passkeys without their domain",
    stack: "dev",
    changes: { "userPool.firstFactors": ["password", "passkey"] },
    faults: ['userPool.firstFactors is "passkey"; it needs userPool.passkeys: the domain that passkeys are bound to'],
  },
  {
    why: "passkeys that nobody can use",
    stack: "prod",
    changes: { "userPool.passkeys": { relyingPartyId: "login.example.com", userVerification: "required" } },
    faults: [
      'userPool.passkeys is {"relyingPartyId":"login.example.com","userVerification":"required"}; nobody can use it; add passkey to userPool.firstFactors, or take it out',
    ],
  },
  {
    why: "passkeys for another domain than the login's prefix domain",
    stack: "dev",
    changes: {
      "userPool.firstFactors": ["password", "passkey"],
      "userPool.passkeys": { relyingPartyId: "example.org", userVerification: "required" },
    },
    faults: [
      'userPool.passkeys.relyingPartyId is "example.org"; the managed login is at the prefix domain; expected gatehouse-dev.auth.<region>.amazoncognito.com',
    ],
  },
  {
    why: "a sender in a domain of another SES identity",
    stack: "prod",
    changes: { "userPool.email.from": "Gatehouse <no-reply@notexample.com>" },
    faults: [
      'userPool.email.from is "Gatehouse <no-reply@notexample.com>"; userPool.email.sesIdentityArn is example.com, which does not cover it',
    ],
  },
  {
    why: "a sender beside the one address that SES may send from",
    stack: "prod",
    changes: {
      "userPool.email.sesIdentityArn": "arn:aws:ses:eu-west-1:123456789012:identity/other@example.com",
    },
    faults: [
      'userPool.email.from is "Gatehouse <no-reply@example.com>"; userPool.email.sesIdentityArn is other@example.com, which does not cover it',
    ],
  },
  {
    why: "recovery by e-mail of people who have but a user name",
    stack: "dev",
    changes: { "userPool.signIn": { with: "username", aliases: [] } },
    faults: [
      'userPool.recovery is "email"; nobody is asked for an e-mail address; add email to userPool.signIn.aliases',
    ],
  },
  {
    why: "e-mail domains for people who sign up by phone",
    stack: "dev",
    changes: {
      "userPool.signIn": { with: "attribute", attributes: ["phone"] },
      "userPool.sms": true,
      "userPool.recovery": ["phone"],
      "userPool.selfSignUp": true,
      "userPool.signUpDomains": ["example.com"],
    },
    faults: [
      'userPool.signUpDomains is ["example.com"]; people sign up by phone alone, so that all of them would be refused',
    ],
  },
  {
    why: "addresses that are blocked and trusted",
    stack: "prod",
    changes: {
      "userPool.threatProtection.blockedAddresses": ["192.0.2.0/24", "198.51.100.0/24"],
      "userPool.threatProtection.trustedAddresses": ["198.51.100.0/24"],
    },
    faults: [
      'userPool.threatProtection.trustedAddresses is "198.51.100.0/24"; it is blocked, too; expected it in one of the two lists',
    ],
  },
  {
    why: "a field that is not of its kind beside two that do not go together",
    stack: "prod",
    changes: {
      "userPool.mfa.mode": "always",
      "userPool.email.from": "no-reply@example.org",
      "identityProviders.Partner.scopes": ["email"],
      "logs.retentionDays": 15,
      tokns: {},
    },
    faults: [
      'userPool.mfa.mode is "always"; expected one of off, optional, on',
      "logs.retentionDays is 15; expected one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653",
      "tokns is not a setting; did you mean tokens?",
      'userPool.email.from is "no-reply@example.org"; userPool.email.sesIdentityArn is example.com, which does not cover it',
      'identityProviders.Partner.scopes is ["email"]; openid must be among them',
    ],
  },
  {
    why: "passkeys for another domain",
    stack: "prod",
    changes: {
      "userPool.mfa": { mode: "optional", factors: ["totp"] },
      "userPool.firstFactors": ["password", "passkey"],
      "userPool.passkeys": { relyingPartyId: "example.org", userVerification: "required" },
    },
    faults: [
      'userPool.passkeys.relyingPartyId is "example.org"; the managed login is at login.example.com; expected just that domain',
    ],
  },
  {
    why: "e-mail codes without SES",
    stack: "dev",
    changes: { "userPool.firstFactors": ["password", "emailCode"] },
    faults: [
      'userPool.firstFactors is "emailCode"; it needs userPool.email: Cognito\'s own sender sends 50 messages a day',
    ],
  },
  {
    why: "text codes without text messages",
    stack: "dev",
    changes: { "userPool.firstFactors": ["password", "smsCode"] },
    faults: ['userPool.firstFactors is "smsCode"; it needs userPool.sms, so that the pool can send text messages'],
  },
  {
    why: "recovery by phone without text messages",
    stack: "dev",
    changes: { "userPool.recovery": ["email", "phone"] },
    faults: ['userPool.recovery is "phone"; it needs userPool.sms, so that the pool can send text messages'],
  },
  {
    why: "sign-in by phone without text messages",
    stack: "dev",
    changes: { "userPool.signIn.attributes": ["email", "phone"] },
    faults: ['userPool.signIn.attributes is "phone"; it needs userPool.sms, so that the pool can send text messages'],
  },
  {
    why: "a phone as alias without text messages",
    stack: "dev",
    changes: { "userPool.signIn": { with: "username", aliases: ["email", "phone"] } },
    faults: ['userPool.signIn.aliases is "phone"; it needs userPool.sms, so that the pool can send text messages'],
  },
  {
    why: "recovery by an address that nobody gives",
    stack: "dev",
    changes: { "userPool.sms": true, "userPool.signIn.attributes": ["phone"] },
    faults: ['userPool.recovery is "email"; people sign in by phone alone, so nobody is asked for an e-mail address'],
  },
  {
    why: "factors while MFA is off",
    stack: "dev",
    changes: { "userPool.mfa.mode": "off" },
    faults: ['userPool.mfa.factors is ["totp"]; nobody is asked for them while userPool.mfa.mode is off; expected []'],
  },
  {
    why: "MFA without a factor",
    stack: "dev",
    changes: { "userPool.mfa.factors": [] },
    faults: ["userPool.mfa.factors is []; userPool.mfa.mode is optional; expected one factor or more"],
  },
  {
    why: "text messages as factor without any",
    stack: "dev",
    changes: { "userPool.mfa.factors": ["sms"] },
    faults: ['userPool.mfa.factors is "sms"; it needs userPool.sms, so that the pool can send text messages'],
  },
  {
    why: "e-mail as factor without SES and a second way of recovery",
    stack: "dev",
    changes: { "userPool.mfa.factors": ["email"] },
    faults: [
      'userPool.mfa.factors is "email"; it needs userPool.email: Cognito sends no codes without Amazon SES',
      'userPool.mfa.factors is "email"; it needs two ways of recovery; expected userPool.recovery [email, phone] in either order',
    ],
  },
  {
    why: "a sign-in in one step where two are demanded",
    stack: "prod",
    changes: { "userPool.firstFactors": ["password", "emailCode"] },
    faults: [
      'userPool.firstFactors is "emailCode"; it is a whole sign-in by itself, which userPool.mfa.mode on rules out; expected optional',
    ],
  },
  {
    why: "localhost where it is not allowed",
    stack: "dev",
    changes: { allowLocalhost: false },
    faults: [
      'clients.storefront.callbackUrls.0 is "http://localhost:3000/callback"; allowLocalhost is false here; expected https and another host',
      'clients.storefront.logoutUrls.0 is "http://localhost:3000/"; allowLocalhost is false here; expected https and another host',
      'clients.backoffice.callbackUrls.0 is "http://localhost:3001/callback"; allowLocalhost is false here; expected https and another host',
      'clients.backoffice.logoutUrls.0 is "http://localhost:3001/"; allowLocalhost is false here; expected https and another host',
      'api.cors.origins.0 is "http://localhost:3000"; allowLocalhost is false here; expected https and another host',
    ],
  },
  {
    why: "a provider with a name of Cognito's",
    stack: "prod",
    changes: {
      "identityProviders.Google": "copy:Partner",
      "identityProviderSecrets.Google": "x",
      "identityProviders.Google.domains": [],
    },
    faults: ['identityProviders.Google is "Google"; Cognito keeps this name for itself; expected another'],
  },
  {
    why: "two providers whose names differ by case",
    stack: "prod",
    changes: {
      "identityProviders.partner": "copy:Partner",
      "identityProviderSecrets.partner": "x",
      "identityProviders.partner.domains": [],
    },
    faults: ['identityProviders.partner is "partner"; Partner differs by case alone; expected another name'],
  },
  {
    why: "a provider for a client that is none",
    stack: "prod",
    changes: { "identityProviders.Acme.clients": ["backofice"] },
    faults: [
      'identityProviders.Acme.clients is "backofice"; the catalogue has no such app client; expected some of storefront, backoffice, courier',
    ],
  },
  {
    why: "a provider for a machine",
    stack: "prod",
    changes: { "identityProviders.Acme.clients": ["fulfilment"] },
    faults: [
      'identityProviders.Acme.clients is "fulfilment"; nobody signs in to a machine; expected some of storefront, backoffice, courier',
    ],
  },
  {
    why: "a domain at two providers",
    stack: "prod",
    changes: { "identityProviders.Partner.domains": ["acme.example.com"] },
    faults: [
      'identityProviders.Partner.domains is "acme.example.com"; its people are sent to Acme already; expected one provider a domain',
    ],
  },
  {
    why: "a target that the pool lacks",
    stack: "prod",
    changes: { "identityProviders.Acme.attributes.department": "ou" },
    faults: [
      'identityProviders.Acme.attributes.department is "ou"; the user pool has no such attribute; expected a standard one, or custom:tenant, custom:groups, custom:subject',
    ],
  },
  {
    why: "a custom target that the catalogue lacks",
    stack: "prod",
    changes: { "identityProviders.Acme.attributes.custom:role": "role" },
    faults: [
      'identityProviders.Acme.attributes.custom:role is "role"; the user pool has no such attribute; expected a standard one, or custom:tenant, custom:groups, custom:subject',
    ],
  },
  {
    why: "a mapped user name",
    stack: "prod",
    changes: { "identityProviders.Acme.attributes.username": "uid" },
    faults: [
      'identityProviders.Acme.attributes.username is "uid"; the provider\'s own name for a person stands there; it cannot be mapped',
    ],
  },
  {
    why: "an e-mail address that nobody vouches for",
    stack: "prod",
    changes: { "identityProviders.Acme.attributes.email_verified": undefined },
    faults: [
      "identityProviders.Acme.attributes.email_verified is missing; without it what is mapped to email counts as unverified; expected the claim that says so",
    ],
  },
  {
    why: "two sources of metadata",
    stack: "prod",
    changes: { "identityProviders.Acme.metadataFile": "acme.xml" },
    faults: [
      'identityProviders.Acme is {"metadataUrl":"https://login.acme.example.com/saml/metadata","metadataFile":...; expected one of metadataUrl and metadataFile',
    ],
  },
  {
    why: "no source of metadata",
    stack: "prod",
    changes: { "identityProviders.Acme.metadataUrl": undefined },
    faults: ["identityProviders.Acme is {}; expected one of metadataUrl and metadataFile"],
  },
  {
    why: "a metadata file that is not there",
    stack: "prod",
    changes: { "identityProviders.Acme.metadataUrl": undefined, "identityProviders.Acme.metadataFile": "gone.xml" },
    faults: ['identityProviders.Acme.metadataFile is "gone.xml"; there is no such file in the project'],
  },
  {
    why: "a provider-initiated sign-in beside OIDC",
    stack: "prod",
    changes: { "identityProviders.Acme.providerInitiated": true },
    faults: [
      "identityProviders.Acme.providerInitiated is true; an app client of it also offers Partner, which is OIDC; Cognito wants such clients to offer SAML alone",
    ],
  },
  {
    why: "OIDC without openid",
    stack: "prod",
    changes: { "identityProviders.Partner.scopes": ["email"] },
    faults: ['identityProviders.Partner.scopes is ["email"]; openid must be among them'],
  },
  {
    why: "OIDC without a secret",
    stack: "prod",
    changes: { identityProviderSecrets: undefined },
    faults: [
      "identityProviderSecrets.Partner is missing; set it with `pulumi config set --secret --path 'identityProviderSecrets.Partner'`",
    ],
  },
  {
    why: "a secret for nobody",
    stack: "prod",
    changes: { "identityProviderSecrets.Acme": "hidden-value" },
    faults: [
      'identityProviderSecrets.Acme is "[secret]"; identityProviders has no OIDC provider of this name; take it out',
    ],
  },
  {
    why: "a blank secret",
    stack: "prod",
    changes: { "identityProviderSecrets.Partner": " " },
    faults: [
      "identityProviderSecrets.Partner is \"[secret]\"; it is no text; set it with `pulumi config set --secret --path 'identityProviderSecrets.Partner'`",
    ],
  },
  {
    why: "secrets in one text",
    stack: "prod",
    changes: { identityProviderSecrets: "hidden-value" },
    faults: [
      "identityProviderSecrets.Partner is missing; set it with `pulumi config set --secret --path 'identityProviderSecrets.Partner'`",
      'identityProviderSecrets is "[secret]"; expected the secret of each provider, by its name',
    ],
  },
  {
    why: "a private upstream without a network",
    stack: "prod",
    changes: { network: undefined },
    faults: ['upstreams.prices.kind is "private"; it needs network, where it would be'],
  },
  {
    why: "a network with nothing in it",
    stack: "dev",
    changes: { network: { cidr: "10.0.0.0/16", zones: 2, natGateways: "none" } },
    faults: ['network is {"cidr":"10.0.0.0/16","zones":2,"natGateways":"none"}; no upstream is private; take it out'],
  },
  {
    why: "a network of public addresses",
    stack: "prod",
    changes: { "network.cidr": "198.51.100.0/24" },
    faults: [
      'network.cidr is "198.51.100.0/24"; expected addresses of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10',
    ],
  },
  {
    why: "a network of IPv6 addresses alone",
    stack: "prod",
    changes: { "network.cidr": "fd00::/16" },
    faults: [
      'network.cidr is "fd00::/16"; expected addresses of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10',
    ],
  },
  {
    why: "a network that only begins among private addresses",
    stack: "prod",
    changes: { "network.cidr": "172.16.0.0/11" },
    faults: [
      'network.cidr is "172.16.0.0/11"; expected addresses of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10',
      'network.cidr is "172.16.0.0/11"; 2 zones take a network from /16 to /25',
    ],
  },
  {
    why: "a network that is named by an address within it",
    stack: "prod",
    changes: { "network.cidr": "10.20.30.40/16" },
    faults: ['network.cidr is "10.20.30.40/16"; its address is not the block\'s first; expected 10.20.0.0/16'],
  },
  {
    why: "a network too small for its zones",
    stack: "prod",
    changes: { network: { cidr: "10.0.0.0/24", zones: 6, natGateways: "none" } },
    faults: ['network.cidr is "10.0.0.0/24"; 6 zones take a network from /16 to /23'],
  },
  {
    why: "a network larger than AWS has",
    stack: "prod",
    changes: { network: { cidr: "10.0.0.0/8", zones: 1, natGateways: "single" } },
    faults: ['network.cidr is "10.0.0.0/8"; 1 zone takes a network from /16 to /26'],
  },
  {
    why: "one domain for both APIs",
    stack: "prod",
    changes: { "edge.http.name": "rest.example.com" },
    faults: ['edge.http.name is "rest.example.com"; the REST API is there; expected a domain of its own'],
  },
  {
    why: "an API where people sign in",
    stack: "prod",
    changes: { "edge.rest.name": "login.example.com" },
    faults: ['edge.rest.name is "login.example.com"; the managed login is there; expected a domain of its own'],
  },
  {
    why: "a list of callers with nobody on it",
    stack: "dev",
    changes: { "edge.callers": { accounts: [], vpcEndpoints: [], addresses: [] } },
    faults: [
      'edge.callers is {"accounts":[],"vpcEndpoints":[],"addresses":[]}; nobody could call the REST API; expected one entry or more, or take it out',
    ],
  },
  {
    why: "VPC endpoints beside a domain and addresses, which a private API cannot have",
    stack: "prod",
    changes: {
      "edge.callers": { accounts: [], vpcEndpoints: ["vpce-12345678"], addresses: ["198.51.100.0/24"] },
    },
    faults: [
      'edge.callers.vpcEndpoints is ["vpce-12345678"]; they make the REST API private, which can have no edge.rest',
      'edge.callers.addresses is ["198.51.100.0/24"]; edge.callers.vpcEndpoints makes the REST API private, which none of these reach; expected []',
    ],
  },
];

const onlyAcme = (path: string) => path === "acme.xml";

function faultsOf({ stack, changes }: Pick<Row, "stack" | "changes">): readonly string[] {
  try {
    parseSettings(catalogue, stack, changedTexts(stack, changes), () => true, onlyAcme);
    return [];
  } catch (error) {
    const [head, ...faults] = (error as Error).message.split("\n  - ");
    assert.equal(head, `Pulumi.${stack}.yaml cannot be used:`, (error as Error).stack);
    return faults;
  }
}

describe("settings, each field by itself, refuse", () => {
  for (const row of fields) it(row.why, () => assert.deepEqual(faultsOf(row), row.faults));
});

describe("settings, taken together, refuse", () => {
  for (const row of together) it(row.why, () => assert.deepEqual(faultsOf(row), row.faults));

  it("callers' accounts alone, which nobody with a token could show", () =>
    assert.match(
      faultsOf({
        stack: "prod",
        changes: { "edge.callers": { accounts: ["123456789012"], vpcEndpoints: [], addresses: [] } },
      }).join("\n"),
      /^edge\.callers\.accounts is \["123456789012"\]; only calls signed with IAM show .* nobody could call [A-Z]+ \/\S* and \d+ more; expected addresses or VPC endpoints beside it$/,
    ));

  it("two private upstreams at one port, and a metered route without partners", () => {
    const upstreams = { ...catalogue.upstreams, stock: { description: "What is there" } };
    const [first, ...others] = catalogue.routes;
    const routes = [{ ...first!, apis: ["rest"], metered: true }, ...others];
    const changes = { "upstreams.stock": { kind: "private", port: 8080, healthPath: "/" }, "edge.partners": {} };
    assert.throws(
      () =>
        parseSettings(
          { ...catalogue, upstreams, routes } as typeof catalogue,
          "prod",
          changedTexts("prod", changes),
          () => true,
        ),
      (error: Error) => {
        assert.deepEqual(error.message.split("\n  - ").slice(1), [
          `edge.partners is {}; the catalogue meters ${first!.method} ${first!.path}, which nobody could call; expected one partner or more`,
          "upstreams.stock.port is 8080; prices listens there already; expected a port of its own",
        ]);
        return true;
      },
    );
  });

  it("so many domains that pre sign-up cannot be told", () => {
    const domains = (letter: string) =>
      Array.from({ length: 50 }, (_, index) => `${letter}${index}.abcdefghijklmnopqrstuvwxyz.example`);
    const changes = Object.fromEntries(
      ["BigA", "BigB", "BigC"].flatMap((name) => [
        [`identityProviders.${name}`, "copy:Acme"],
        [`identityProviders.${name}.domains`, domains(name.slice(-1).toLowerCase())],
      ]),
    );
    assert.match(
      faultsOf({ stack: "prod", changes }).join("\n"),
      /^identityProviders is "\d+ characters .* 3500 at most/,
    );
  });

  it("a client secret in plain text, and show none of it", () => {
    assert.throws(
      () => parseSettings(catalogue, "prod", changedTexts("prod", {}), () => false),
      (error: Error) => {
        assert.match(
          error.message,
          /identityProviderSecrets is "\[secret\]"; it is plain text; take it out, and set it with/,
        );
        assert.doesNotMatch(error.message, /opened-secret/);
        return true;
      },
    );
  });

  it("both kinds of secrets' faults at once, and show none of them", () => {
    const faults = faultsOf({
      stack: "prod",
      changes: { "identityProviderSecrets.Acme": "hidden-value", "identityProviderSecrets.Partner": "" },
    });
    assert.equal(faults.length, 2);
    assert.doesNotMatch(faults.join("\n"), /hidden-value|opened-secret/);
  });
});

describe("settings that look alike are taken:", () => {
  for (const { why, stack, changes } of [
    { why: "the committed ones of dev", stack: "dev", changes: {} },
    { why: "the committed ones of prod", stack: "prod", changes: {} },
    {
      why: "passkeys bound to the login's own domain",
      stack: "prod",
      changes: {
        "userPool.mfa": { mode: "optional", factors: ["totp"] },
        "userPool.firstFactors": ["password", "passkey"],
        "userPool.passkeys": { relyingPartyId: "login.example.com", userVerification: "required" },
      },
    },
    {
      why: "e-mail as second factor with SES and two ways of recovery",
      stack: "prod",
      changes: {
        "userPool.mfa.factors": ["totp", "email"],
        "userPool.recovery": ["email", "phone"],
        "userPool.sms": true,
      },
    },
    {
      why: "metadata in a file that is there",
      stack: "prod",
      changes: { "identityProviders.Acme.metadataUrl": undefined, "identityProviders.Acme.metadataFile": "acme.xml" },
    },
    { why: "delivery errors exported below plus", stack: "dev", changes: { "userPool.logExport": ["deliveryErrors"] } },
    {
      why: "an origin on localhost where it is allowed",
      stack: "dev",
      changes: { "api.cors.origins": ["http://localhost:8080"] },
    },
    {
      why: "a sender below the domain that SES may send from",
      stack: "prod",
      changes: { "userPool.email.from": "no-reply@mail.Example.com" },
    },
    {
      why: "a sender that is the address which SES may send from",
      stack: "prod",
      changes: {
        "userPool.email.sesIdentityArn": "arn:aws:ses:eu-west-1:123456789012:identity/no-reply@example.com",
      },
    },
    {
      why: "callers behind VPC endpoints, of accounts of their own",
      stack: "dev",
      changes: { "edge.callers": { accounts: ["123456789012"], vpcEndpoints: ["vpce-12345678"], addresses: [] } },
    },
    {
      why: "the smallest network, at the end of its block",
      stack: "prod",
      changes: { network: { cidr: "192.168.255.192/26", zones: 1, natGateways: "onePerZone" } },
    },
    { why: "a TTL of zero", stack: "dev", changes: { "authorizers.user.cacheTtlSeconds": 0 } },
    {
      why: "a host that only begins like localhost",
      stack: "prod",
      changes: { "clients.storefront.callbackUrls.0": "https://localhost.example.com/" },
    },
  ] as const)
    it(why, () => assert.deepEqual(faultsOf({ stack, changes }), []));

  it("frozen to the last list", () => {
    const settings = parseSettings(catalogue, "prod", changedTexts("prod", {}), () => true);
    assert.ok(Object.isFrozen(settings.identityProviders.Acme?.clients));
    assert.deepEqual(Object.keys(settings.clients), ["storefront", "backoffice", "courier"]);
  });

  it("without the secrets, which stay outputs", () => {
    assert.doesNotMatch(
      JSON.stringify(parseSettings(catalogue, "prod", changedTexts("prod", {}), () => true)),
      /opened-secret/,
    );
  });
});
