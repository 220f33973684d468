import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseClient, machineClients } from "../../../../local/cli/clients";
import { policyPacksOf, stacksOf } from "../../../../local/cli/project";
import { forgetRunning, loadRunning, loadState, saveRunning, saveState } from "../../../../local/cli/saved-stack";
import { terminal } from "../../../../local/cli/terminal";
import { token } from "../../../../local/cli/token";
import { apiKeysOf, renderWelcome, suggest } from "../../../../local/cli/welcome";
import type { PropertyMap, ResourceState, StackState } from "../../../../local/engine/model";
import { secret } from "../../../../local/engine/values";

const resource = (type: string, name: string, id: string, properties: PropertyMap): ResourceState => ({
  urn: `urn:pulumi:dev::shop::${type}::${name}`,
  type,
  name,
  custom: true,
  id,
  inputs: properties,
  outputs: properties,
  dependencies: [],
  propertyDependencies: {},
});

const client = (name: string, flow: string, scopes: string[]) =>
  resource("aws:cognito/userPoolClient:UserPoolClient", `${name}-client`, `id-of-${name}`, {
    name,
    allowedOauthFlows: [flow],
    allowedOauthScopes: scopes,
    clientSecret: secret(`hidden-${name}`),
  });

const route = (routeKey: string, authorizationType: string, authorizationScopes: string[]) =>
  resource("aws:apigatewayv2/route:Route", routeKey, "r", {
    apiId: "api1",
    routeKey,
    authorizationType,
    authorizationScopes,
  });

const stateOf = (...resources: ResourceState[]): StackState => ({
  organization: "organization",
  project: "shop",
  stack: "dev",
  programDirectory: "/p",
  resources,
  outputs: {},
});

const batch = client("batch", "client_credentials", ["orders/read"]);
const reports = client("reports", "client_credentials", ["reports/read"]);
const browser = client("browser", "code", ["orders/read"]);
const api = resource("aws:apigatewayv2/api:Api", "http", "api1", {});
const apis = [{ name: "http", kind: "http", url: "http://localhost:4701/" }] as const;

describe("the client that a token is for", () => {
  const clients = machineClients(stateOf(browser, batch, reports));
  it("is one that may use the grant", () =>
    assert.deepEqual(
      clients.map(({ resource: name }) => name),
      ["batch-client", "reports-client"],
    ));
  for (const [why, wanted] of [
    ["is found by its resource", "reports-client"],
    ["is found by its own name", "reports"],
  ] as const) {
    it(why, () => assert.equal(chooseClient(clients, wanted).clientId, "id-of-reports"));
  }
  it("needs no name where it is alone", () => assert.equal(chooseClient(clients.slice(0, 1), undefined).name, "batch"));
  for (const [why, among, wanted, message] of [
    [
      "several clients",
      clients,
      undefined,
      "several clients may use this grant; give one with --client: batch-client, reports-client",
    ],
    ["no client", [], undefined, "no app client of this stack may use the client credentials grant"],
    [
      "a misspelt client",
      clients,
      "batch-cleint",
      "batch-cleint is no client that may use the client credentials grant; did you mean batch-client?",
    ],
  ] as const) {
    it(`is not guessed from ${why}`, () => assert.throws(() => chooseClient(among, wanted), { message }));
  }
});

describe("the call that is suggested", () => {
  for (const [why, resources, expected] of [
    [
      "is one that asks for a scope",
      [api, batch, route("GET /profile", "JWT", []), route("GET /orders", "JWT", ["orders/read"])],
      "http://localhost:4701/orders",
    ],
    [
      "is any protected one where none asks",
      [api, batch, route("GET /health", "NONE", []), route("GET /profile", "JWT", [])],
      "http://localhost:4701/profile",
    ],
    ["has no parameter in its path", [api, batch, route("GET /orders/{id}", "JWT", ["orders/read"])], undefined],
    ["changes nothing", [api, batch, route("POST /orders", "JWT", ["orders/read"])], undefined],
    ["is one that a machine client may make", [api, browser, route("GET /orders", "JWT", ["orders/read"])], undefined],
    ["is of an API that is served", [batch, route("GET /orders", "JWT", ["orders/read"])], undefined],
  ] as const) {
    it(why, () => assert.equal(suggest(stateOf(...resources), apis)?.url, expected));
  }

  it("can be copied, with all addresses above it", () => {
    const running = { pid: 1, identity: "http://localhost:4700", apis };
    const lines = renderWelcome(
      "dev",
      running,
      { client: "batch-client", url: "http://localhost:4701/orders" },
      " --cwd ../shop",
    );
    assert.ok(lines.includes("  HTTP API http  http://localhost:4701/"));
    assert.ok(lines.includes("  User pool      http://localhost:4700"));
    assert.ok(
      lines.includes("  TOKEN=$(npm run --silent local -- token --stack dev --cwd ../shop --client batch-client)"),
    );
    assert.ok(lines.includes('  curl -i -H "Authorization: Bearer $TOKEN" http://localhost:4701/orders'));
  });

  it("stands with the address of the queues, and with the way to an API key, whose value is not shown", () => {
    const key = resource("aws:apigateway/apiKey:ApiKey", "acme-key", "k", { name: "acme", value: secret("hidden") });
    const running = { pid: 1, queues: "http://localhost:4703", apis };
    const lines = renderWelcome("dev", running, undefined, "", apiKeysOf(stateOf(key)));
    assert.ok(lines.includes("  Queues         http://localhost:4703  (AWS_ENDPOINT_URL_SQS)"), lines.join("\n"));
    assert.ok(lines.includes("  npm run --silent local -- key --stack dev --key acme-key"));
    assert.doesNotMatch(lines.join(), /hidden/);
  });
});

describe("in a project's folder", () => {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "cli-"));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it("a stack is kept for its owner alone, out of Git, and read back whole", () => {
    const state = stateOf(batch);
    assert.equal(loadState(directory, "dev"), undefined);
    saveState(directory, state);
    assert.deepEqual(loadState(directory, "dev"), state);
    assert.equal(statSync(join(directory, ".gatehouse/dev.json")).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(join(directory, ".gatehouse")).sort(), [".gitignore", "dev.json"]);
  });

  for (const [why, text, message] of [
    ["damaged", "{", /^\.gatehouse\/dev\.json is damaged; delete it/],
    ["of another version", '{"version": 0}', /^\.gatehouse\/dev\.json is of another version; delete it/],
  ] as const) {
    it(`a kept stack that is ${why} is not guessed at`, () => {
      saveState(directory, stateOf());
      writeFileSync(join(directory, ".gatehouse/dev.json"), text);
      assert.throws(() => loadState(directory, "dev"), { message });
    });
  }

  it("a served stack is known while its process lives", () => {
    saveRunning(directory, "dev", { pid: process.pid, apis });
    assert.deepEqual(loadRunning(directory, "dev")?.apis, apis);
    saveRunning(directory, "dev", { pid: 2 ** 22 + 1, apis });
    assert.equal(loadRunning(directory, "dev"), undefined);
    forgetRunning(directory, "dev");
    assert.equal(loadRunning(directory, "dev"), undefined);
  });

  it("no token is to be had while nothing serves", async () => {
    const command = { directory, stacks: ["dev"] } as unknown as Parameters<typeof token>[0];
    const silent = terminal({ write: () => {} }, { write: () => {} }, {});
    await assert.rejects(
      token(command, silent),
      /^CommandFault: dev is not served; run `npm run local -- up --stack dev`/,
    );
  });

  it("the only stack needs no name, and one of several does", () => {
    writeFileSync(join(directory, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    assert.throws(() => stacksOf({ directory, stacks: [] }), /there is no Pulumi\.<stack>\.yaml here/);
    writeFileSync(join(directory, "Pulumi.dev.yaml"), "");
    assert.deepEqual(stacksOf({ directory, stacks: [] }), ["dev"]);
    writeFileSync(join(directory, "Pulumi.prod.yaml"), "");
    assert.throws(() => stacksOf({ directory, stacks: [] }), /give one with --stack: dev, prod$/);
    assert.deepEqual(stacksOf({ directory, stacks: [] }, "dev"), ["dev"]);
    assert.throws(() => stacksOf({ directory, stacks: [] }, "test"), /give one with --stack: dev, prod$/);
    assert.deepEqual(stacksOf({ directory, stacks: ["prod"] }, "dev"), ["prod"]);
  });

  it("only a real policy pack is taken unasked", () => {
    mkdirSync(join(directory, "policy"));
    assert.deepEqual(policyPacksOf({ directory }), []);
    writeFileSync(join(directory, "policy/PulumiPolicy.yaml"), "");
    assert.deepEqual(policyPacksOf({ directory }), [join(directory, "policy")]);
    assert.deepEqual(policyPacksOf({ directory, policyPacks: [] }), []);
    assert.deepEqual(policyPacksOf({ directory, policyPacks: ["/elsewhere"] }), ["/elsewhere"]);
  });
});

describe("the terminal", () => {
  const recorder = (isTTY: boolean) => {
    const written: string[] = [];
    return { isTTY, written, write: (text: string) => written.push(text) };
  };
  const stream = recorder(false);

  for (const [why, isTTY, environment, coloured] of [
    ["colours for people", true, {}, true],
    ["no colours in a file", false, {}, false],
    ["no colours with NO_COLOR", true, { NO_COLOR: "1" }, false],
    ["no colours where the terminal has none", true, { TERM: "dumb" }, false],
  ] as const) {
    it(why, () => assert.equal(terminal(recorder(isTTY), stream, environment).paint("red", "x") !== "x", coloured));
  }

  it("clears the line of progress before the next one, and shows it to people only", () => {
    const [person, file] = [recorder(true), recorder(false)];
    const shown = terminal(file, person, {});
    shown.progress("working");
    shown.print("done");
    assert.deepEqual([person.written, file.written], [["working", "\r\u001b[K"], ["done\n"]]);
    const hidden = recorder(false);
    terminal(file, hidden, {}).progress("working");
    assert.deepEqual(hidden.written, []);
  });
});
