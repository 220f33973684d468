require("../support/register.js");
require("./bench.ts").main(process.argv.slice(2));
