import assert from "node:assert/strict";
import { catalogue } from "../../infra/catalogue";
import { build, full } from "./environments";
import { type Declared, find } from "./mocks";

describe("between the user pool and its triggers", () => {
  let all: readonly Declared[];
  const named = (name: string) => find(all, name);
  /** Everything that must exist before a resource, however far away. */
  const allBefore = (name: string): string[] =>
    all.filter((one) => one.name === name).flatMap(({ after }) => after.flatMap((one) => [one, ...allBefore(one)]));
  before(async () => {
    all = await build(full);
  });

  const triggers = ["preSignUp", "preTokenGeneration", "postAuthentication"];

  it("has the pool call each function, with machines' tokens too", () =>
    assert.deepEqual(named("users-pool").inputs.lambdaConfig, {
      preSignUp: "preSignUp-function_arn",
      postAuthentication: "postAuthentication-function_arn",
      preTokenGenerationConfig: { lambdaArn: "preTokenGeneration-function_arn", lambdaVersion: "V3_0" },
    }));

  it("lets this pool call them, and nobody else", () => {
    for (const trigger of triggers)
      assert.deepEqual(named(`${trigger}-permission`).inputs, {
        function: `${trigger}-function_name`,
        action: "lambda:InvokeFunction",
        principal: "cognito-idp.amazonaws.com",
        sourceArn: "users-pool_arn",
      });
  });

  it("lets each function do to this pool what it declares, by a policy that comes after both", () => {
    const { inputs, after } = named("preSignUp-user-pool-policy");
    assert.equal(inputs.role, "preSignUp-role_id");
    assert.deepEqual(JSON.parse(inputs.policy as string).Statement, [
      { Effect: "Allow", Action: catalogue.functions.preSignUp.userPoolActions, Resource: "users-pool_arn" },
    ]);
    assert.ok(after.includes("users-pool") && after.includes("preSignUp-role"));
    assert.ok(!all.some(({ name }) => name === "postAuthentication-user-pool-policy"), "it declares nothing");
  });

  it("has no circle: functions, then the pool, which no function is told of", () => {
    for (const trigger of triggers) {
      assert.ok(named("users-pool").after.includes(`${trigger}-function`));
      assert.ok(!allBefore(`${trigger}-function`).includes("users-pool"), trigger);
      assert.doesNotMatch(JSON.stringify(named(`${trigger}-function`).inputs), /users-pool/);
    }
  });
});
