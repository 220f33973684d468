const { Api } = require("../toy");

const first = new Api("first", {});
const second = new Api("second", { after: first.id });
module.exports = { second: second.id, kind: first.kind };
