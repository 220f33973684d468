const pulumi = require("@pulumi/pulumi");

const version = "1.2.3";

class Api extends pulumi.CustomResource {
  constructor(name, args, opts) {
    const outputs = { arn: undefined, endpoint: undefined, key: undefined, name: undefined, kind: undefined };
    super("toy:web/api:Api", name, { ...outputs, ...args }, pulumi.mergeOptions({ version }, opts));
  }
}

class Part extends pulumi.CustomResource {
  constructor(name, args, opts) {
    super("toy:web/part:Part", name, { owner: undefined, ...args }, pulumi.mergeOptions({ version }, opts));
  }
}

class Provider extends pulumi.ProviderResource {
  constructor(name, args, opts) {
    super("toy", name, args, pulumi.mergeOptions({ version }, opts));
  }
}

class Mesh extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("toy:net/mesh:Mesh", name, { meshId: undefined, ...args }, pulumi.mergeOptions({ version }, opts), true);
  }
}

module.exports = { Api, Part, Provider, Mesh, version };
