const { note, recordServers } = require("../../../../support/engine/record");
recordServers(require("@grpc/grpc-js"));
const pulumi = require("@pulumi/pulumi");
const { PolicyPack } = require("@pulumi/policy");

note("pack argv", process.argv.slice(1));
note("pack cwd", process.cwd());
note("pack environment", Object.fromEntries(Object.entries(process.env).filter(([key]) => /^PULUMI_/.test(key))));
note("pack stack", [pulumi.getStack(), new pulumi.Config("everything").get("greeting")]);

new PolicyPack(
  "recorder",
  {
    enforcementLevel: "advisory",
    policies: [
      {
        name: "configured",
        description: "Has a setting",
        configSchema: { properties: { max: { type: "number", default: 5 }, min: { type: "number" } } },
        validateResource: (args) => {
          if (args.type === "toy:web/api:Api" && args.name === "orders") note("setting", args.getConfig());
        },
      },
      {
        name: "touches-unknown",
        description: "Reads what a preview cannot know",
        enforcementLevel: "mandatory",
        validateResource: (args) => {
          if (args.name === "part") JSON.stringify(args.props.arns);
        },
      },
      { name: "whole-stack", description: "Sees all", validateStack: () => {} },
    ],
  },
  { configured: { enforcementLevel: "mandatory", min: 1 } },
);
