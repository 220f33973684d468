import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { asset } from "@pulumi/pulumi";
import { openProperties } from "../../../policy/opening";
import { opaque, unknownValue } from "../../../policy/reading";
import { sentinel } from "../../support/policy/wire";

describe("opening the SDK's view of a resource", () => {
  const props = {
    authorization: "NONE",
    authorizerId: sentinel,
    scopes: ["orders/read", sentinel],
    cors: { allowOrigins: sentinel, maxAge: 5 },
    code: new asset.FileArchive("bundle"),
  };
  const opened = {
    authorization: "NONE",
    authorizerId: unknownValue,
    scopes: ["orders/read", unknownValue],
    cors: { allowOrigins: unknownValue, maxAge: 5 },
    code: opaque,
  };

  it("makes each unknown a value, at any depth, where the SDK's view throws", () => {
    const view = unknownCheckingProxy(props);
    assert.throws(() => view.authorizerId, /can't be known during preview/);
    assert.deepEqual(openProperties(view), opened);
  });

  it("knows the engine's text for the unknown by itself, should an SDK pass it on", () =>
    assert.deepEqual(openProperties(props), opened));

  it("takes no other error for an unknown, so that the deployment fails instead of passing unread", () => {
    const broken = Object.defineProperty({}, "authorization", {
      enumerable: true,
      get: () => {
        throw new Error("another way to say unknown");
      },
    });
    assert.throws(() => openProperties(broken), /another way/);
  });
});
