require("ts-node").register({ project: `${__dirname}/../../tsconfig.run.json`, transpileOnly: true, swc: true });
