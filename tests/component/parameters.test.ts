import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { catalogue } from "../../infra/catalogue";
import { Parameters, type ParametersArgs } from "../../infra/outputs/parameters";
import { settingsOf } from "../support/settings";
import { declare, find } from "./mocks";

describe("the parameters", () => {
  it("hold texts as they are and lists joined by commas, in the clear, by name of stack and output", async () => {
    const outputs = {
      issuer: pulumi.output("https://issuer.example"),
      scopes: pulumi.output(["a/read", "a/write"]),
    } as unknown as ParametersArgs["outputs"];
    const all = await declare(() => {
      new Parameters("parameters", { outputs, settings: settingsOf("prod"), catalogue });
    });
    const path = `/${pulumi.getProject()}/${pulumi.getStack()}`;
    assert.deepEqual(
      [find(all, "parameters-issuer"), find(all, "parameters-scopes")].map(({ inputs }) => [
        inputs.name,
        inputs.type,
        inputs.insecureValue,
      ]),
      [
        [`${path}/issuer`, "String", "https://issuer.example"],
        [`${path}/scopes`, "StringList", "a/read,a/write"],
      ],
    );
    assert.equal(all.length, 2);
  });
});
