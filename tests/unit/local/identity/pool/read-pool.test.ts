import assert from "node:assert/strict";
import { readAppClient } from "../../../../../local/identity/pool/app-client";
import { readPool } from "../../../../../local/identity/pool/read-pool";
import { clientSecret, poolId, poolStack } from "../../../../support/identity/stack";

describe("the user pool of a stack", () => {
  const pool = readPool(poolStack());

  it("is issuer under its AWS address", () =>
    assert.equal(pool.issuer, `https://cognito-idp.eu-west-1.amazonaws.com/${poolId}`));

  it("opens the secret of a confidential client", () => {
    assert.equal(pool.clients.get("machine")?.secret, clientSecret);
    assert.equal(pool.clients.get("browser")?.secret, undefined);
  });

  it("knows Cognito's scopes and those of its resource servers", () =>
    assert.deepEqual(
      [...pool.scopes],
      [
        ...["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"],
        ...["orders/read", "orders/write", "orders/delete"],
      ],
    ));

  it("names attributes of its own custom:, and not the standard ones", () => {
    assert.ok(pool.attributes.has("custom:tenant") && pool.attributes.has("email"));
    assert.deepEqual(pool.requiredAttributes, ["email"]);
  });

  it("leaves out what belongs to another pool", () => {
    const stack = poolStack();
    const foreign = stack.resources.map((resource) => ({
      ...resource,
      outputs: "userPoolId" in resource.outputs ? { ...resource.outputs, userPoolId: "other" } : resource.outputs,
    }));
    const { clients, groups, hasDomain } = readPool({ ...stack, resources: foreign });
    assert.deepEqual([clients.size, groups.size, hasDomain], [0, 0, false]);
  });

  it("lets a client with an empty list read standard attributes, as one without a list", () => {
    const readable = (readAttributes: string[]) => readAppClient("id", { readAttributes }).readableAttributes;
    assert.equal(readable([]), undefined);
    assert.deepEqual(readable(["email"]), new Set(["email"]));
  });

  it("gives a client no flow that its OAuth switch does not turn on", () => {
    const stack = poolStack();
    const off = stack.resources.map((resource) => ({
      ...resource,
      outputs: { ...resource.outputs, allowedOauthFlowsUserPoolClient: false },
    }));
    assert.equal(readPool({ ...stack, resources: off }).clients.get("browser")?.flows.size, 0);
  });

  for (const { why, declared, selfSignUp, caseSensitive } of [
    {
      why: "lets people sign up, and tells case apart, by default",
      declared: {},
      selfSignUp: true,
      caseSensitive: true,
    },
    {
      why: "keeps both settings where they are given",
      declared: {
        adminCreateUserConfig: { allowAdminCreateUserOnly: true },
        usernameConfiguration: { caseSensitive: false },
      },
      selfSignUp: false,
      caseSensitive: false,
    },
  ]) {
    it(why, () => {
      const { selfSignUp: signUp, caseSensitive: sensitive } = readPool(
        poolStack({ usernameConfiguration: {}, ...declared }),
      );
      assert.deepEqual([signUp, sensitive], [selfSignUp, caseSensitive]);
    });
  }

  it("is asked for by name when the stack has none", () =>
    assert.throws(
      () => readPool({ ...poolStack(), resources: [] }),
      /Stack dev has no user pool to serve: found 0 resources, none of type aws:cognito\/userPool:UserPool/,
    ));

  it("cannot be served from a preview", () => {
    const stack = poolStack();
    const previewed = stack.resources.map(({ id: _, ...resource }) => resource);
    assert.throws(() => readPool({ ...stack, resources: previewed }), /has no id yet: serve a stack after "up"/);
  });
});
