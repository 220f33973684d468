import assert from "node:assert/strict";
import { catalogue } from "../../../../infra/catalogue";
import { contract } from "../../../../infra/outputs/contract";
import { planParameters } from "../../../../infra/outputs/plan-parameters";
import { settingsOf } from "../../../support/settings";

const prod = settingsOf("prod");
const all = Object.keys(contract.shape);
const planOf = (outputs: readonly string[] = all, settings = prod) =>
  planParameters({ project: "gatehouse", stack: "prod", outputs, catalogue, settings });

describe("the parameters of the outputs", () => {
  it("are one for each output, below the project and the stack, with its meaning", () => {
    const plan = planOf();
    assert.deepEqual(
      plan.map(({ output }) => output),
      all,
    );
    for (const { output, name, description } of plan) {
      assert.equal(name, `/gatehouse/prod/${output}`);
      assert.notEqual(description, "");
    }
  });

  it("say which of them are lists", () => {
    const lists = planOf().flatMap(({ output, type }) => (type === "StringList" ? [output] : []));
    assert.deepEqual(lists, ["scopes", "groups", "identityProviders", "partnerApiKeyIds"]);
  });

  it("leave out lists without entries, which Parameter Store would refuse", () => {
    const settings = { ...prod, identityProviders: {}, edge: { ...prod.edge, partners: {} } };
    const names = planOf(all, settings).map(({ output }) => output);
    const left = all.filter((output) => !names.some((name) => name === output));
    assert.deepEqual(left, ["identityProviders", "partnerApiKeyIds"]);
  });

  it("leave out what this stack does not export", () =>
    assert.deepEqual(
      planOf(["issuer"]).map(({ output }) => output),
      ["issuer"],
    ));
});
