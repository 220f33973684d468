import { type Simulation, type Simulator, simulator } from "../../../local/engine/simulate/simulator";

const simulators: readonly Simulator[] = [
  simulator("toy:web/api:Api", {
    autoName: { property: "name", maxLength: 40 },
    defaults: { kind: "REGIONAL" },
    id: ({ unique }) => unique(10),
    computed: {
      arn: ({ id, region, account }) => `arn:toy:${region}:${account}:${id}`,
      endpoint: ({ id, region }) => `https://${id}.${region}.toy.example`,
      key: ({ random }) => random(24),
    },
    secrets: ["key"],
  }),
  simulator("toy:web/part:Part", {
    id: ({ unique }) => unique(6),
    computed: { owner: ({ inputs, lookup }) => lookup("toy:web/api:Api", `${inputs.api}`)?.name ?? "nobody" },
    computedWithin: { settings: { revision: () => 1 } },
  }),
  simulator("toy:net/mesh:Mesh", { computed: { meshId: ({ unique }) => `mesh-${unique(4)}` } }),
];

const invokes = [
  {
    token: "toy:web/getPlace:getPlace",
    run: (args: object, context: object) => ({ ...context, given: JSON.stringify(args) }),
  },
  {
    token: "toy:web/getNothing:getNothing",
    run: () => {
      throw new Error("there is nothing to get");
    },
  },
];

/** A provider small enough to be known by heart: an API with a secret key, its parts, and a remote component. */
export const toy: Simulation = {
  simulators: new Map(simulators.map((each) => [each.type, each])),
  invokes: new Map(invokes.map((each) => [each.token, each])),
};
