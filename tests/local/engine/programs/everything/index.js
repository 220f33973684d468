const pulumi = require("@pulumi/pulumi");
const { SupportsFeatureRequest } = require("@pulumi/pulumi/proto/resource_pb");
const { getMonitor } = require("@pulumi/pulumi/runtime/settings");
const { Api, Mesh, Part, Provider } = require("../toy");
const { note } = require("../../../../support/engine/record");

const config = new pulumi.Config();
note("argv in the program", process.argv.slice(1));
note("enabled", config.requireBoolean("enabled"));
note("limits", config.requireObject("limits"));
note("greeting", config.require("greeting"));
console.log(`the password is ${config.require("dbPassword")}`);
console.error("said on stderr");
pulumi.log.info("said as info");
pulumi.log.warn("said as a warning");

pulumi.runtime.registerStackTransform(({ type, props, opts }) =>
  type === "toy:web/api:Api" ? { props: { ...props, owner: "platform" }, opts } : undefined,
);

pulumi.runtime.registerInvokeTransform(({ token, args, opts }) =>
  token.endsWith("getPlace") ? { args: { ...args, added: 1 }, opts } : undefined,
);
for (const id of ["secrets", "telepathy"]) {
  const request = new SupportsFeatureRequest();
  request.setId(id);
  getMonitor().supportsFeature(request, (_, answer) => note(`supports ${id}`, answer.getHassupport()));
}

const provider = new Provider(
  "frankfurt",
  { region: "eu-central-1", secretKey: "s3cr3t-of-provider" },
  {
    additionalSecretOutputs: ["secretKey"],
  },
);
const api = new Api(
  "orders",
  { tags: pulumi.secret({ team: "platform" }) },
  {
    additionalSecretOutputs: ["endpoint"],
    protect: true,
    customTimeouts: { create: "5m" },
  },
);
const named = new Api("named", { name: "given" }, { provider });

class Group extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("everything:index:Group", name, args, opts);
    this.child = new Part(`${name}-child`, { api: api.id }, { parent: this });
    this.registerOutputs({ size: 1, api: api.arn });
  }
}
const group = new Group("group", { purpose: "test" }, { providers: [provider], retainOnDelete: true });
const imported = new Part("imported", {}, { import: "part-4711" });

const part = new Part(
  "part",
  { api, arns: [api.arn], all: api.arn.apply((arn) => [arn]), settings: { a: 1 } },
  {
    dependsOn: group,
    deleteBeforeReplace: true,
    ignoreChanges: ["settings.a"],
    replaceOnChanges: ["api"],
    retainOnDelete: true,
    aliases: [{ name: "formerly" }],
  },
);
new Part(
  "changed",
  { api: api.id },
  {
    transforms: [({ props, opts }) => ({ props: { ...props, transformed: true }, opts: { ...opts, protect: true } })],
  },
);
new Part("files", {
  text: new pulumi.asset.StringAsset("a test asset"),
  file: new pulumi.asset.FileAsset("greeting.txt"),
  remote: new pulumi.asset.RemoteAsset("https://example.com/a.txt"),
  archive: new pulumi.asset.AssetArchive({ foo: new pulumi.asset.StringAsset("a test asset") }),
  folder: new pulumi.asset.FileArchive("./folder"),
});
const mesh = new Mesh("mesh", { name: api.arn, cidr: "10.0.0.0/16" });
const read = new Part("read", {}, { id: "part-0815" });
const other = new pulumi.StackReference("organization/other/dev");

const place = pulumi.runtime.invoke("toy:web/getPlace:getPlace", { secret: pulumi.secret("opened") });
const waiting = pulumi.runtime.invokeOutput("toy:web/getPlace:getPlace", { arn: api.arn });
pulumi.runtime.invoke("toy:web/getNothing:getNothing", {}).catch(({ message }) => note("failed invoke", message));
pulumi.runtime.invoke("toy:web/getSecret:getSecret", {}).catch(({ message }) => note("unknown invoke", message));
api.urn.apply((urn) =>
  pulumi.runtime.invoke("pulumi:pulumi:getResource", { urn }).then(({ id }) => note("getResource", { id })),
);

module.exports = {
  endpoint: api.endpoint,
  key: api.key,
  arn: api.arn,
  meshId: mesh.meshId,
  owner: part.owner,
  readOwner: read.owner,
  inherited: group.child.urn,
  otherUrl: other.getOutput("url"),
  otherToken: other.getOutput("token"),
  place,
  waiting,
  named,
  importedId: imported.id,
  nothing: null,
  missing: undefined,
};
