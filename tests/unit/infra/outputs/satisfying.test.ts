import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { contract } from "../../../../infra/outputs/contract";
import { type OutputsToBe, satisfying } from "../../../../infra/outputs/satisfying";

/** Outputs as the contract's own examples have them. */
const examples = Object.fromEntries(
  Object.entries(contract.shape).map(([name, field]) => {
    const { examples = [] } = (field instanceof z.ZodOptional ? field.unwrap() : field).meta() ?? {};
    return [name, (examples as unknown[])[0]];
  }),
) as unknown as OutputsToBe;

const settled = (output: unknown): Promise<unknown> => (output as { promise(): Promise<unknown> }).promise();

describe("the stack's outputs", () => {
  it("are exported as they are where they keep the contract", async () => {
    const outputs = satisfying(examples);
    assert.deepEqual(Object.keys(outputs), Object.keys(contract.shape));
    for (const [name, output] of Object.entries(outputs))
      assert.deepEqual(await settled(output), examples[name as keyof OutputsToBe], name);
  });

  it("may lack what not every stack has", () => {
    const { dashboardUrl: _, networkVpcId, ...others } = examples;
    assert.equal(networkVpcId, "vpc-0123456789abcdef0");
    assert.ok(!("dashboardUrl" in satisfying({ ...others, networkVpcId: undefined } as OutputsToBe)));
  });

  it("end the program at once when names are missing or strange, all of them named", () => {
    const { issuer: _, region: __, ...others } = examples;
    assert.throws(
      () => satisfying({ ...others, poolName: "x" } as unknown as OutputsToBe),
      (error: Error) =>
        pulumi.RunError.isInstance(error) &&
        /promises other teams:\n {2}- region is missing\n {2}- issuer is missing\n {2}- poolName is not in the contract$/.test(
          error.message,
        ),
    );
  });

  for (const { why, name, value } of [
    { why: "a bad URL", name: "restApiUrl", value: "http://rest.example" },
    { why: "another resource's ARN", name: "userPoolArn", value: "arn:aws:sqs:eu-west-1:123456789012:x" },
    { why: "one text for a list", name: "scopes", value: "orders/read" },
    { why: "nothing", name: "httpApiId", value: "" },
  ])
    it(`fail the deployment for ${why}, when it is known`, async () => {
      const outputs = satisfying({ ...examples, [name]: pulumi.output(Promise.resolve(value)) });
      await assert.rejects(
        settled(outputs[name as keyof OutputsToBe]),
        new RegExp(`- ${name} is ".*"; expected|- ${name} is`),
      );
    });
});
