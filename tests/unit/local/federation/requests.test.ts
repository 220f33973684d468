import assert from "node:assert/strict";
import { patience, Requests } from "../../../../local/federation/requests";

describe("a request to a provider", () => {
  let now = 0;
  const opened = () => {
    now = 1_000_000;
    const requests = new Requests<string>(() => now);
    requests.open("key", "value");
    return requests;
  };

  it("is answered", () => assert.equal(opened().take("key"), "value"));

  it("is not known when it never was", () => assert.equal(opened().take("other"), undefined));

  it("is not answered twice", () => {
    const requests = opened();
    requests.take("key");
    assert.throws(() => requests.take("key"), { name: "FederationError", fault: "replayed" });
  });

  it("ends after five minutes, and not before", () => {
    const requests = opened();
    now += patience - 1;
    assert.equal(requests.take("key"), "value");
    const late = opened();
    now += patience;
    assert.throws(() => late.take("key"), {
      fault: "expired",
      message: "The sign-in took longer than five minutes. Sign in again.",
    });
  });

  it("is forgotten in the end", () => {
    const requests = opened();
    now += 24 * 60 * 60_000;
    requests.open("another", "value");
    assert.equal(requests.take("key"), undefined);
  });
});
