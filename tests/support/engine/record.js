// Loaded by the programs and packs of the engine's tests: prints what they say and hear, one JSON object a line.

const print = (record) => process.stdout.write(`@@${JSON.stringify(record)}\n`);

/** Prints a value under a label. */
const note = (label, value) => print({ label, value });

/** The fields of a protobuf message by name, in lower camel case, without those that are empty. */
function fieldsOf(message) {
  if (typeof message.toJavaScript === "function") return message.toJavaScript();
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(message));
  const getters = names.filter((name) => /^get[A-Z]/.test(name) && !/(_asB64|_asU8|Case)$/.test(name));
  const fields = getters.map((name) => [nameOf(name), plainValueOf(message[name]())]);
  return Object.fromEntries(fields.filter(([, value]) => !isEmpty(value)));
}

const nameOf = (getter) => {
  const name = getter.replace(/^get/, "").replace(/(List|Map)$/, "");
  return name[0].toLowerCase() + name.slice(1);
};

function plainValueOf(value) {
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(plainValueOf);
  if (typeof value.getEntryList === "function")
    return Object.fromEntries([...value.entries()].map(([key, each]) => [key, plainValueOf(each)]));
  return fieldsOf(value);
}

const isEmpty = (value) =>
  value === undefined || value === "" || value === false || value === 0 || (Array.isArray(value) && value.length === 0);

/** Records every call that a client of this class makes. */
function recordClient(Client) {
  for (const call of Object.keys(Client.service)) {
    const original = Client.prototype[call];
    Client.prototype[call] = function recorded(request, ...rest) {
      const done = rest.pop();
      print({ from: "program", call, way: "request", body: fieldsOf(request) });
      return original.call(this, request, ...rest, (error, response) => {
        if (response) print({ from: "program", call, way: "response", body: fieldsOf(response) });
        done(error, response);
      });
    };
  }
}

/** Records every call that servers of this process answer. */
function recordServers(grpc) {
  const { addService } = grpc.Server.prototype;
  grpc.Server.prototype.addService = function recorded(service, implementation) {
    const calls = Object.entries(implementation).map(([call, handle]) => [
      call,
      (request, done) => {
        print({ from: "pack", call, way: "request", body: fieldsOf(request.request) });
        return handle(request, done);
      },
    ]);
    return addService.call(this, service, Object.fromEntries(calls));
  };
}

module.exports = { note, recordClient, recordServers };
