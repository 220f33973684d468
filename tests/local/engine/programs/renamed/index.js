const pulumi = require("@pulumi/pulumi");
const { Api, Part } = require("../toy");

class Group extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("renamed:index:Group", name, {}, opts);
    this.api = new Api(`${name}-api`, {}, { parent: this });
    this.registerOutputs();
  }
}

const steps = {
  1: () => {
    const { api } = new Group("old");
    new Part("ignoring", { settings: { size: 1 }, label: "one" });
    new Part("kept", {}, { protect: true });
    new Part("dropped", {});
    return { id: api.id, key: api.key };
  },
  2: () => {
    const { api } = new Group("new", { aliases: [{ name: "old" }] });
    new Part("ignoring", { settings: { size: 2 }, label: "two" }, { ignoreChanges: ["settings.size"] });
    new Part("kept", {}, { protect: true });
    return { id: api.id, key: api.key };
  },
  3: () => {
    new Group("new", { aliases: [{ name: "old" }] });
  },
};

module.exports = steps[new pulumi.Config().require("step")]();
