require("../support/register.js");
require("./rewrite.ts").rewrite();
