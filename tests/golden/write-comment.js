require("../support/register.js");
process.stdout.write(require("./changes.ts").commentOf(process.argv.slice(2)));
