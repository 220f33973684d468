import assert from "node:assert/strict";
import * as fc from "fast-check";
import { policyFor } from "../../../functions/authorizer/policy";
import { type Caller, callerOf, contextOf } from "../../../functions/shared/caller";
import { catalogue } from "../../../infra/catalogue";
import { claimStrings } from "../../../local/gateway/token";

const bare = { sub: "u-1", client_id: "c-1", scope: "openid orders/read", token_use: "access" };
const full = { ...bare, "cognito:groups": ["support", "operators"], tenant: "acme" };
const id = { sub: "u-1", aud: "c-1", email: "ada@example.com", token_use: "id", "cognito:groups": ["support"] };
const machine = { sub: "c-2", client_id: "c-2", scope: "orders/write", token_use: "access", tenant: "warehouse" };

type Claims = typeof bare & { "cognito:groups"?: string[]; tenant?: string };

/** What `requestContext.authorizer` holds for one token, by API and authorizer, once it has been through JSON. */
const shapes = {
  "a REST API behind a user pool": (claims: object) => ({ claims: claimStrings({ ...claims }, "commas") }),
  "an HTTP API behind a JWT authorizer": (claims: object) => ({
    jwt: { claims: claimStrings({ ...claims }, "brackets"), scopes: null },
  }),
  "a REST API behind a function": (claims: object) => ({
    ...policyFor(contextOf({ ...claims }), "arn:aws:execute-api:eu-west-1:123456789012:a1/v1/GET/x", []).context,
    principalId: "u-1",
  }),
  "an HTTP API behind a function": (claims: object) => ({ lambda: contextOf({ ...claims }) }),
} as const;

type Shape = keyof typeof shapes;
const seenAs = (shape: Shape, claims: object): Caller | undefined =>
  callerOf(JSON.parse(JSON.stringify({ requestContext: { authorizer: shapes[shape](claims) } })));

describe("the caller", () => {
  for (const shape of Object.keys(shapes) as Shape[])
    for (const { why, claims, caller } of [
      {
        why: "has scopes, groups and tenant",
        claims: full,
        caller: {
          subject: "u-1",
          clientId: "c-1",
          scopes: ["openid", "orders/read"],
          groups: ["support", "operators"],
          tenant: "acme",
        },
      },
      {
        why: "has no groups and no tenant",
        claims: bare,
        caller: { subject: "u-1", clientId: "c-1", scopes: ["openid", "orders/read"], groups: [] },
      },
      {
        why: "is a machine with its tenant",
        claims: machine,
        caller: { subject: "c-2", clientId: "c-2", scopes: ["orders/write"], groups: [], tenant: "warehouse" },
      },
      {
        why: "has no group that is not declared",
        claims: { ...bare, "cognito:groups": ["admins", "constructor", "eu-west-1_Example01_Partner"] },
        caller: { subject: "u-1", clientId: "c-1", scopes: ["openid", "orders/read"], groups: [] },
      },
      {
        why: "may have no scope at all",
        claims: { sub: "u-1", client_id: "c-1" },
        caller: { subject: "u-1", clientId: "c-1", scopes: [], groups: [] },
      },
    ])
      it(`${why}, through ${shape}`, () => assert.deepEqual(seenAs(shape, claims), caller));

  it("is the same for one access token, whichever API and authorizer it went through", () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9/._-]{0,20}$/);
    const token: fc.Arbitrary<Claims> = fc
      .record(
        {
          sub: fc.uuid(),
          client_id: word,
          scope: fc.uniqueArray(word).map((scopes) => scopes.join(" ")),
          token_use: fc.constant("access"),
          "cognito:groups": fc.uniqueArray(fc.oneof(fc.constantFrom(...Object.keys(catalogue.groups)), word)),
          tenant: fc.string({ minLength: 1, maxLength: 64, unit: "grapheme" }),
        },
        { requiredKeys: ["sub", "client_id", "scope", "token_use"] },
      )
      .map((claims) => claims as Claims);
    fc.assert(
      fc.property(token, (claims) => {
        const groups = (claims["cognito:groups"] ?? []).filter((name) => Object.hasOwn(catalogue.groups, name));
        for (const shape of Object.keys(shapes) as Shape[])
          assert.deepEqual(seenAs(shape, claims), {
            subject: claims.sub,
            clientId: claims.client_id,
            scopes: claims.scope.split(" ").filter(Boolean),
            groups,
            ...(claims.tenant !== undefined && { tenant: claims.tenant }),
          });
      }),
      { numRuns: 200 },
    );
  });

  for (const shape of ["a REST API behind a user pool", "an HTTP API behind a JWT authorizer"] as const)
    it(`of an ID token has an address and no scopes, through ${shape}`, () =>
      assert.deepEqual(seenAs(shape, id), {
        subject: "u-1",
        clientId: "c-1",
        scopes: [],
        groups: ["support"],
        email: "ada@example.com",
      }));

  const signer = { userArn: "arn:aws:sts::123456789012:assumed-role/night/job", accountId: "123456789012" };
  for (const { why, context } of [
    { why: "a REST API", context: { identity: { ...signer, accessKey: "k", sourceIp: "192.0.2.1" } } },
    { why: "an HTTP API", context: { authorizer: { iam: { ...signer, callerId: "k", cognitoIdentity: null } } } },
  ])
    it(`that signs with IAM is a user or role of an account, through ${why}`, () =>
      assert.deepEqual(callerOf({ requestContext: context } as never), {
        subject: signer.userArn,
        clientId: signer.accountId,
        scopes: [],
        groups: [],
      }));

  it("of a public REST route is nobody, though the event tells of an address", () => {
    const identity = { userArn: null, accountId: null, sourceIp: "192.0.2.1" };
    assert.equal(callerOf({ requestContext: { identity } } as never), undefined);
  });

  for (const { why, authorizer } of [
    { why: "of a public route", authorizer: undefined },
    { why: "without a subject", authorizer: { claims: { email: "ada@example.com" } } },
    { why: "of a function that named nobody", authorizer: { principalId: "x" } },
  ])
    it(`${why} is nobody`, () => assert.equal(callerOf({ requestContext: { authorizer } } as never), undefined));
});

describe("groups in the catalogue", () => {
  it("have names that read alike in every list", () => {
    for (const name of Object.keys(catalogue.groups)) assert.match(name, /^[^\s,[\]]+$/);
  });
});
