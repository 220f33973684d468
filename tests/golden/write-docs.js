require("../support/register.js");
require("./policies-doc.ts").writePolicies();
