require("ts-node").register({ project: `${__dirname}/../../tsconfig.run.json`, transpileOnly: true, swc: true });
// What spares the Pulumi SDK work in programs spares it in components under test.
require("../../local/engine/process/load-late.js");
require("../../local/engine/process/quick-promises.js");
