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
    faults: ["logs.colour is not a setting; known here: retentionDays"],
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
    changes: { "api.corsOrigins": ["https://shop.example.com/"] },
    faults: [
      'api.corsOrigins.0 is "https://shop.example.com/"; expected an origin such as https://app.example.com, or http://localhost with or without a port; no path',
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
      'api.corsOrigins.0 is "http://localhost:3000"; allowLocalhost is false here; expected https and another host',
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
      changes: { "api.corsOrigins": ["http://localhost:8080"] },
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
