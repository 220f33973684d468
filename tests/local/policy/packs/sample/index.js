const { PolicyPack } = require("@pulumi/policy");

const isApi = ({ type }) => type === "toy:web/api:Api";

/** What a policy can read of a value; touching an unknown throws. */
const readable = (props, key) => {
  try {
    return JSON.parse(JSON.stringify(props[key]));
  } catch {
    return "unknown";
  }
};
const seen = (props) => Object.fromEntries(Object.keys(props).map((key) => [key, readable(props, key)]));

new PolicyPack("sample", {
  policies: [
    {
      name: "kind",
      description: "APIs are of one kind",
      enforcementLevel: "advisory",
      severity: "high",
      url: "https://example.com/kind",
      remediationSteps: "Set kind.",
      tags: ["toy"],
      configSchema: {
        properties: { kind: { type: "string", enum: ["EDGE", "PRIVATE"], default: "EDGE" }, max: { type: "integer" } },
      },
      remediateResource: ({ props, getConfig, ...args }) =>
        isApi(args) && props.kind !== getConfig().kind ? Object.assign(props, { kind: getConfig().kind }) : undefined,
      validateResource: ({ props, getConfig, ...args }, report) => {
        const { kind } = getConfig();
        if (isApi(args) && props.kind !== kind) report(`kind is not ${kind}`);
      },
    },
    {
      name: "echo",
      description: "Says what it sees",
      enforcementLevel: "disabled",
      validateResource: ({ urn, props, provider, opts }, report) =>
        report(JSON.stringify({ urn, props: seen(props), provider: provider?.name, parent: opts.parent })),
      validateStack: ({ resources }, report) => {
        for (const { urn, props, propertyDependencies } of resources) {
          const refs = Object.entries(propertyDependencies).map(([key, all]) => [key, all.map(({ name }) => name)]);
          report(JSON.stringify({ urn, outputs: seen(props), refs: Object.fromEntries(refs) }), urn);
        }
      },
    },
  ],
});
