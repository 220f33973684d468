const pulumi = require("@pulumi/pulumi");
const { PolicyPack } = require("@pulumi/policy");
const { note } = require("../../../../../support/engine/record");

const objectTo = (name) => (args, report) => {
  if (args.name === name) report(`no ${name} here`);
};
const apis = [];

const policies = {
  mandatory: [
    { enforcementLevel: "mandatory", severity: "high", validateResource: objectTo("first") },
    { enforcementLevel: "mandatory", validateResource: objectTo("second") },
    { validateStack: (args) => note("stack analyzed", args.resources.length) },
  ],
  "stack-wide": [
    { enforcementLevel: "mandatory", validateStack: (args, report) => report(`${args.resources.length} resources`) },
  ],
  throwing: [
    {
      validateResource: () => {
        throw new Error("a bug in the policy");
      },
    },
  ],
  remediating: [
    { validateResource: objectTo("first") },
    {
      enforcementLevel: "remediate",
      remediateResource: ({ type, props }) => (type === "toy:web/api:Api" ? { ...props, kind: "EDGE" } : undefined),
      validateResource: (args) => {
        if (args.type === "toy:web/api:Api") apis.push(args.props.kind);
        note("analyzed kinds", apis);
      },
    },
  ],
};

new PolicyPack("cases", {
  policies: policies[pulumi.getStack()].map((policy, index) => ({
    name: `policy-${index}`,
    description: "An objection",
    ...policy,
  })),
});
