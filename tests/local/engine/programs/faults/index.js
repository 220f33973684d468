const pulumi = require("@pulumi/pulumi");
const { Api, Provider } = require("../toy");

const never = () => new Promise(() => {});

const programs = {
  throws: () => {
    new Api("first", {});
    throw new Error("thrown on purpose");
  },
  rejects: () => {
    Promise.reject(new Error("rejected on purpose"));
    return { done: true };
  },
  "rejected-output": () => ({ value: pulumi.output(Promise.reject(new Error("an output gone wrong"))) }),
  "run-error": () => {
    throw new pulumi.RunError("only this message");
  },
  "resource-error": () => {
    const api = new Api("blamed", {});
    throw new pulumi.ResourceError("the fault of a resource", api, true);
  },
  "missing-config": () => new pulumi.Config().require("absent"),
  "exit-3": () => process.exit(3),
  "exit-0": () => {
    new Api("first", {});
    process.exit(0);
  },
  "leaked-input": () => {
    new Api("leaking", { name: never() });
  },
  "leaked-output": () => ({ value: pulumi.output(never()) }),
  duplicate: () => {
    new Api("twin", {});
    new Api("twin", {});
  },
  "unknown-type": () => {
    new pulumi.CustomResource("toy:db/tableOfRows:TableOfRows", "rows", {});
  },
  "unknown-stack": () => ({ other: new pulumi.StackReference("organization/nowhere/dev").outputs }),
  "apply-throws": () => ({
    value: new Api("first", {}).arn.apply(() => {
      throw new Error("thrown in apply");
    }),
  }),
  "unknown-provider": () => {
    const provider = new Provider("made", {});
    provider.urn = pulumi.output("urn:pulumi:a::b::pulumi:providers:toy::elsewhere");
    new Api("first", {}, { provider });
  },
  hook: () => {
    const hook = new pulumi.ResourceHook("hook", () => {});
    new Api("first", {}, { hooks: { beforeCreate: [hook] } });
  },
  forever: () => {
    setInterval(() => {}, 1000);
    console.log("here for good");
  },
  transform: () => {
    new Api(
      "first",
      {},
      {
        transforms: [
          () => {
            throw new Error("the transform failed");
          },
        ],
      },
    );
  },
  call: () => ({ value: pulumi.runtime.call("toy:web/api:Api/restart", {}) }),
};

module.exports = programs[pulumi.getStack()]();
