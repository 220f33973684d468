require("ts-node").register({ project: "tsconfig.run.json", transpileOnly: true, swc: true });
