import assert from "node:assert/strict";
import { type Command, understand } from "../../../../local/cli/arguments";
import { flags } from "../../../../local/cli/flags";
import { help } from "../../../../local/cli/help";
import { verbs } from "../../../../local/cli/verbs";

const read = (line: string) => understand(line.split(" ").filter(Boolean), "/home/ada/shop");

describe("a command line", () => {
  for (const [why, line, expected] of [
    ["names its stacks", "preview --stack dev -s prod --stack dev", { verb: "preview", stacks: ["dev", "prod"] }],
    ["may begin with flags", "--stack dev up", { verb: "up", stacks: ["dev"] }],
    ["is about the folder in which it is typed", "up", { directory: "/home/ada/shop" }],
    [
      "may be about another folder, from which all paths start",
      "up -C ../bank --config-file a.yaml --policy-pack p",
      { directory: "/home/ada/bank", configFile: "/home/ada/bank/a.yaml", policyPacks: ["/home/ada/bank/p"] },
    ],
    ["leaves the policy packs to the project", "check", { policyPacks: undefined }],
    [
      "pairs packs with their configurations, in order",
      "check --policy-pack a --policy-pack-config a.json --policy-pack b --policy-pack-config b.json",
      {
        policyPacks: ["/home/ada/shop/a", "/home/ada/shop/b"],
        policyPackConfigs: ["/home/ada/shop/a.json", "/home/ada/shop/b.json"],
      },
    ],
    [
      "may configure the project's own pack",
      "up --policy-pack-config c.json",
      { policyPacks: undefined, policyPackConfigs: ["/home/ada/shop/c.json"] },
    ],
    ["leaves a pack's configuration to the pack", "check", { policyPackConfigs: undefined }],
    ["speaks to people by default", "check", { format: "text", json: false }],
    ["may speak to others", "check --format sarif", { format: "sarif", json: false }],
    ["has two words for JSON", "preview --json", { format: "json", json: true }],
    ["has another word for JSON", "policy --format json", { format: "json", json: true }],
    ["may read an export", "policy --from ../a.json", { verb: "policy", from: "../a.json" }],
    ["may read an export from a pipe", "policy --from -", { from: "-" }],
    ["may ask for no policy pack", "check --policy-pack none", { policyPacks: [] }],
    ["serves unless told not to", "up", { serve: true, port: 4700 }],
    ["may not serve", "up --no-serve", { serve: false }],
    ["is taken at its last word", "up --no-serve --serve", { serve: true }],
    ["may take free ports", "up --port 0", { port: 0 }],
    ["may ask for one output", "output -s dev issuer --json", { verb: "output", name: "issuer", json: true }],
    ["may ask for all outputs", "output --shell", { name: undefined, shell: true, showSecrets: false }],
    [
      "may say where stacks that are read are kept",
      "up -C ../bank --reference organization/shop/dev=../shop --reference o/p/s=/a=b",
      { references: { "organization/shop/dev": "/home/ada/shop", "o/p/s": "/a=b" } },
    ],
    ["may join a value with an equals sign", "preview --stack=dev --json", { stacks: ["dev"], json: true }],
    [
      "may ask for scopes",
      "token --client batch --scope a/read --scope a/write",
      { client: "batch", scopes: ["a/read", "a/write"] },
    ],
  ] as const) {
    it(why, () => {
      const understood = read(line);
      assert.equal(understood.kind, "run");
      const { command } = understood as { command: Command };
      const found = Object.fromEntries(Object.keys(expected).map((key) => [key, command[key as keyof Command]]));
      assert.deepEqual(found, expected);
    });
  }

  for (const [why, line, message] of [
    ["a verb that does not exist", "prevew", "prevew is not a verb; did you mean preview?"],
    ["a verb like no other", "frobnicate", `frobnicate is not a verb; expected ${Object.keys(verbs).join(", ")}`],
    ["a flag that does not exist", "preview --stak dev", "preview has no flag --stak; did you mean --stack?"],
    ["a flag of another verb", "preview --port 3", "preview has no flag --port"],
    ["a misspelt flag without a verb", "--hlep", "--hlep is not a flag; did you mean --help?"],
    ["flags without a verb", "--json", `no verb was given; expected ${Object.keys(verbs).join(", ")}`],
    ["a flag without its value", "preview --stack", "--stack needs a name"],
    ["a flag in place of a value", "preview --stack --json", "--stack needs a name; --json is a flag"],
    ["a value for a switch", "preview --json=yes", "--json takes no value"],
    ["a stack without its flag", "preview dev", "preview takes no dev; did you mean --stack dev?"],
    ["several stacks for one server", "up -s dev -s prod", "up takes one stack; found dev, prod"],
    ["a port that is none", "up --port 70000", "--port is 70000; expected a number from 0 to 65535"],
    [
      "no pack beside a pack",
      "check --policy-pack none --policy-pack p",
      "--policy-pack none stands alone; found other packs too",
    ],
    [
      "one configuration for several stacks",
      "preview -s a -s b --config-file c",
      "--config-file is for one stack; found a, b",
    ],
    ["a format that does not exist", "check --format sarf", "--format is sarf; did you mean sarif?"],
    ["a format like no other", "check --format pdf", "--format is pdf; expected text, markdown, sarif, json"],
    ["two formats", "check --json --format sarif", "--json is --format json; found --format sarif too"],
    [
      "fewer configurations than packs",
      "check --policy-pack a --policy-pack b --policy-pack-config c",
      "--policy-pack-config is given once for each policy pack; found 1 for 2",
    ],
    [
      "a configuration for no pack",
      "check --policy-pack none --policy-pack-config c",
      "--policy-pack-config is given once for each policy pack; found 1 for 0",
    ],
    ["two outputs", "output a b", "output takes one output; found a, b"],
    ["two forms of outputs", "output --json --shell", "--json and --shell exclude each other"],
    [
      "a stack that is read without its folder",
      "up --reference organization/shop/dev",
      "--reference is organization/shop/dev; expected such as organization/project/stack=../folder",
    ],
    [
      "a stack that is read by half its name",
      "up --reference dev=../shop",
      "--reference is dev=../shop; expected such as organization/project/stack=../folder",
    ],
    ["help about nothing", "help prevew", "prevew is not a verb; did you mean preview?"],
  ] as const) {
    it(`refuses ${why}`, () => assert.deepEqual(read(line), { kind: "wrong", message }));
  }

  for (const [line, verb] of [
    ["", undefined],
    ["--help", undefined],
    ["help", undefined],
    ["help up", "up"],
    ["up --help", "up"],
    ["-h up --no-such-flag", "up"],
  ] as const) {
    it(`"${line}" asks for help`, () => {
      const understood = read(line);
      assert.equal(understood.kind, "help");
      assert.equal((understood as { verb?: string }).verb, verb);
    });
  }
});

describe("the help", () => {
  it("names every verb", () => {
    for (const verb of Object.keys(verbs)) assert.match(help(), new RegExp(`^ {2}${verb} `, "m"));
  });

  for (const verb of Object.keys(verbs) as (keyof typeof verbs)[]) {
    it(`of ${verb} names its flags and no other`, () => {
      const shown = [...help(verb).matchAll(/^ {2}(?:-\w, | {4})--([\w-]+)/gm)].map((match) => match[1]!);
      assert.deepEqual(shown.sort(), [...verbs[verb].flags, "help"].sort());
    });
  }

  it("has no flag that no verb takes", () => {
    const taken: string[] = [...Object.values(verbs).flatMap((verb) => [...verb.flags]), "help"];
    assert.deepEqual(
      flags.filter(({ name }) => !taken.includes(name)),
      [],
    );
  });
});
