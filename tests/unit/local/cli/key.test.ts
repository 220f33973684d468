import assert from "node:assert/strict";
import { understand } from "../../../../local/cli/arguments";
import { chooseKey } from "../../../../local/cli/key";

const acme = { resource: "rest-Acme-api-key", name: "rest-Acme-api-key-1a2b3c4", value: "a" };
const globex = { resource: "rest-Globex-api-key", name: "globex", value: "g" };

describe("the API key that is printed", () => {
  for (const { why, keys, wanted, value } of [
    { why: "is the only one, unasked", keys: [acme], wanted: undefined, value: "a" },
    { why: "is found by its resource", keys: [acme, globex], wanted: acme.resource, value: "a" },
    { why: "is found by its own name", keys: [acme, globex], wanted: "globex", value: "g" },
  ])
    it(why, () => assert.equal(chooseKey(keys, wanted).value, value));
  for (const { why, keys, wanted, message } of [
    { why: "no key", keys: [], wanted: undefined, message: "this stack has no API key" },
    {
      why: "several keys",
      keys: [acme, globex],
      wanted: undefined,
      message: /give one with --key: rest-Acme-api-key, rest-Globex/,
    },
    {
      why: "an unknown name",
      keys: [acme],
      wanted: "x",
      message: /^x is no API key of this stack; expected one of rest-Acme/,
    },
  ])
    it(`is not guessed from ${why}`, () => assert.throws(() => chooseKey(keys, wanted), { message }));
});

describe("--upstream", () => {
  const upstreams = (...given: string[]) => {
    const understood = understand(["up", ...given.flatMap((one) => ["--upstream", one])], "/p");
    return understood.kind === "run" ? understood.command.upstreams : understood.kind === "wrong" && understood.message;
  };
  it("may be given for each service, by origin or by a listener's name", () =>
    assert.deepEqual(upstreams("https://a.example=http://localhost:1", "stock=https://b.example/x=y"), {
      "https://a.example": "http://localhost:1",
      stock: "https://b.example/x=y",
    }));
  for (const given of ["https://a.example", "a=localhost:1", "a=http://", "=http://localhost"])
    it(`is not ${given}`, () =>
      assert.equal(
        upstreams(given),
        `--upstream is ${given}; expected such as https://api.example.com=http://localhost:8080`,
      ));
});
