#!/usr/bin/env node
// TypeScript without a type check: `npm test` checks types, this starts fast (docs/adr/0003-loader.md).
require("ts-node").register({ project: `${__dirname}/../tsconfig.run.json`, transpileOnly: true, swc: true });
require("./cli").main(process.argv.slice(2));
